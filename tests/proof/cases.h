/* What the programs about proofs share: a role from files, and what is proven of it. */
#ifndef TESTS_PROOF_CASES_H
#define TESTS_PROOF_CASES_H

#include "content/support.h"
#include "proof/proof.h"

#define PROOF_CASES RUNG_TEST_DATA "/proof/cases"

/* A role, and what one run said of it. */
typedef struct proof_run {
    test_load load;
    rung_arena arena; /* of the run; a test may set its memory before */
    const rung_proof_limits *limits;
    rung_diagnostics said; /* in file order */
} proof_run;

/* Loads a role; false, with a complaint, if something is wrong with its files. */
bool proof_load(proof_run *run, const char *questionnaire, const char *rules);
/* Loads the case of a folder; where it has no questionnaire or no rules, those of frame/ stand in.
 */
bool proof_load_case(proof_run *run, const char *folder);
/* Anew, as often as wanted. */
rung_status proof_prove(proof_run *run, const rung_proof_limits *limits);
void proof_release(proof_run *run);

/* As people see it; `witnesses` false: without the answers that show something. */
void proof_write(const proof_run *run, bool witnesses, rung_buffer *buffer);

/* Prints what is wrong; a test that looks at many cases goes on, and fails at its end if
 * `proof_complaints` is not 0. */
void proof_complain(const char *format, ...) RUNG_PRINTF(1, 2);
extern size_t proof_complaints;

/* Complains if the answers of a diagnostic do not load, answer what is not asked, or do not
 * show what it says. */
void proof_check_witness(proof_run *run, const rung_diagnostic *diagnostic);

#endif
