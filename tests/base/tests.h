/* The groups of tests/base. */
#ifndef TESTS_BASE_H
#define TESTS_BASE_H

int run_memory_and_numbers(void);
int run_text(void);
int run_diagnostics(void);

#endif
