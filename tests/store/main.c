#include "store/fixture.h"
#include "store/shim.h"

int main(void)
{
    shim_install();
    return run_open_tests() + run_session_tests() + run_event_tests() + run_damage_tests() +
           run_privacy_tests() + run_process_tests() + run_fault_tests();
}
