#include "session/world.h"
#include "store/shim.h"

int main(void)
{
    shim_install();
    return run_scenario_tests() + run_life_tests() + run_move_tests();
}
