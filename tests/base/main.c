#include "base/tests.h"

int main(void)
{
    return run_memory_and_numbers() + run_text() + run_diagnostics();
}
