#include "quick/people.h"

int main(void)
{
    int failed = run_quick_tests();
    return failed + run_people_tests();
}
