#include "report/fixture.h"

int main(void)
{
    return run_wrapping() + run_phrases() + run_pictures() + run_escaping() + run_golden() +
           run_calendar() + run_entry() + run_files() + run_machine() + run_pdf() + run_safety();
}
