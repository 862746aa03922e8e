/* Conditions, and the bools inside expressions: which are always true, or never; and expressions
 * that fail. */
#include "proof/proof_private.h"

#include <math.h>

/* --- Watching people ------------------------------------------------------------------------- */

static void watch(struct proof *proof, const rung_program *program, const rung_cell *cells,
                  proof_truth *truth)
{
    bool value = false;
    if (truth->can_hold && truth->can_be_false)
        return;
    rung_eval_error error = rung_eval_bool(program, cells, proof->scratch, &value);
    truth->can_fail |= error != RUNG_EVAL_OK;
    truth->can_hold |= !error && value;
    truth->can_be_false |= !error && !value;
}

static const rung_section *section_of(const struct proof *proof, const proof_site *site)
{
    const rung_question *question = &proof->questionnaire->questions[site->index];
    return &proof->questionnaire->sections[question->section];
}

/* A question's own condition matters only where its section's holds. */
static const rung_program *guard_of(const struct proof *proof, const proof_site *site)
{
    return site->place == PROOF_AT_QUESTION_WHEN ? section_of(proof, site)->when : NULL;
}

/* At every rung, whoever aims at which. */
static void watch_site(struct proof *proof, proof_site *site, rung_cell *cells)
{
    size_t rungs = site->reads_rung ? proof->rung_count : 1;
    for (size_t rung = 0; rung < rungs; rung++) {
        cells[proof->question_count].i = (int64_t)rung;
        if (site->is_bool && proof_holds(proof, guard_of(proof, site), cells, true))
            watch(proof, site->program, cells, &site->truth);
        for (size_t i = 0; i < site->part_count; i++)
            watch(proof, site->parts[i].program, cells, &site->parts[i].truth);
    }
}

/* --- Where an expression counts -------------------------------------------------------------- */

static bool is_named(const rung_rules *rules, size_t requirement)
{
    for (size_t i = 0; i < rules->specialisation_count; i++)
        for (size_t l = 0; l < rules->specialisations[i].level_count; l++)
            if (rules->specialisations[i].levels[l].requirement == requirement)
                return true;
    return false;
}

/* The condition under which the value is looked at; NULL: always. */
static const rung_program *matters_if(const struct proof *proof, const proof_site *site)
{
    switch (site->place) {
    case PROOF_AT_QUESTION_WHEN:
        return guard_of(proof, site);
    case PROOF_AT_REQUIREMENT_TARGET:
    case PROOF_AT_REQUIREMENT_NEED:
        return proof->rules->requirements[site->index].when;
    case PROOF_AT_REQUIREMENT_ATTAINED:
        return is_named(proof->rules, site->index) ? NULL
                                                   : proof->rules->requirements[site->index].when;
    default:
        return NULL;
    }
}

/* The questionnaire's expressions and the target count whatever the rung is. */
static bool is_about_rungs(const proof_site *site)
{
    return site->place > PROOF_AT_FILE_TARGET;
}

/* What fails, in words; NULL if nothing does. NaN is no value either. */
static const char *failure_of(struct proof *proof, const proof_site *site, const rung_cell *cells)
{
    rung_value value;
    rung_eval_error error = rung_eval(site->program, cells, proof->scratch, &value);
    if (!error && value.type.lists == 0 && value.type.base == RUNG_TYPE_DOUBLE && isnan(value.real))
        return "0 / 0 is no number";
    return rung_eval_error_text(error);
}

/* The same as truths, with `rung` set to where the person counts. */
static bool fails_for(struct proof *proof, proof_site *site, const proof_person *person,
                      size_t rung)
{
    person->cells[proof->question_count].i = rung == RUNG_NO_RUNG ? -1 : (int64_t)rung;
    if (!proof_holds(proof, matters_if(proof, site), person->cells, true))
        return false;
    site->failure = failure_of(proof, site, person->cells);
    return site->failure != NULL;
}

static bool fails_somewhere(struct proof *proof, proof_site *site, const proof_person *person)
{
    if (!is_about_rungs(site))
        return fails_for(proof, site, person, RUNG_NO_RUNG);
    for (size_t rung = 0; rung < proof->rung_count; rung++)
        if (proof_counts(proof, person->aim, rung) && fails_for(proof, site, person, rung))
            return true;
    return false;
}

/* --- Deciding what nobody showed ------------------------------------------------------------- */

struct sought {
    struct proof *proof;
    const rung_program *program, *guard;
    proof_truth *truth;
};

static bool look(void *ctx, const rung_cell *cells)
{
    struct sought *sought = ctx;
    if (proof_holds(sought->proof, sought->guard, cells, true))
        watch(sought->proof, sought->program, cells, sought->truth);
    return !(sought->truth->can_hold && sought->truth->can_be_false);
}

/* By bounds: sound, so that what they rule out cannot be. */
static void rule_out(struct proof *proof, const rung_program *program, size_t rung,
                     proof_truth *truth)
{
    rung_outcome outcome = rung_over_completions(proof->arena, proof->sheet, program, rung, 0, 0);
    truth->may_hold |= outcome.can_be_true;
    truth->may_be_false |= outcome.can_be_false;
    truth->may_fail |= outcome.can_fail;
}

static void decide(struct proof *proof, const rung_program *program, const rung_program *guard,
                   bool reads_rung, proof_truth *truth)
{
    const rung_program *programs[] = {guard, program};
    size_t rungs = reads_rung ? proof->rung_count : 1;
    struct sought sought = {proof, program, guard, truth};
    for (size_t rung = 0; rung < rungs && !(truth->can_hold && truth->can_be_false); rung++)
        if (proof_visit(proof, programs, RUNG_COUNT(programs), rung, look, &sought) ==
            RUNG_VISIT_TOO_MANY)
            rule_out(proof, program, rung, truth);
}

struct failing {
    struct proof *proof;
    proof_site *site;
    proof_person person;
    rung_cell *wish;
    const proof_list *closure;
};

static bool look_for_failure(void *ctx, const rung_cell *cells)
{
    struct failing *failing = ctx;
    struct proof *proof = failing->proof;
    for (size_t i = 0; i < failing->closure->count; i++)
        failing->wish[failing->closure->at[i]] = cells[failing->closure->at[i]];
    proof_interview(proof, failing->wish, failing->closure, &failing->person);
    failing->person.aim = proof_aim(proof, failing->person.cells);
    if (fails_somewhere(proof, failing->site, &failing->person))
        failing->site->failing = proof_keep(proof, &failing->person);
    return failing->site->failing == PROOF_NOBODY;
}

static bool can_fail_at_all(struct proof *proof, const proof_site *site)
{
    rung_bounds bounds = {0};
    bool is_number = rung_program_type(site->program).base == RUNG_TYPE_DOUBLE, fails = false;
    for (size_t rung = 0; rung < proof->rung_count && !fails; rung++) {
        proof->open[proof->question_count] =
            (rung_bounds_cell){.known = true, .cell = {.i = (int64_t)rung}};
        rung_eval_bounds(site->program, proof->open, proof->scratch, &bounds);
        fails = bounds.can_fail || (is_number && (isinf(bounds.low) || isinf(bounds.high)));
    }
    return fails;
}

static void decide_failure(struct proof *proof, proof_site *site)
{
    const rung_program *programs[] = {proof->rules->target, matters_if(proof, site), site->program};
    if (site->failing != PROOF_NOBODY || !can_fail_at_all(proof, site))
        return;
    proof_list closure = proof_closure(proof, programs, RUNG_COUNT(programs));
    struct failing failing = {proof, site, proof_new_person(proof),
                              rung_new_array(proof->arena, rung_cell, proof->question_count),
                              &closure};
    if (proof_visit(proof, programs, RUNG_COUNT(programs), RUNG_NO_RUNG, look_for_failure,
                    &failing) != RUNG_VISIT_TOO_MANY)
        return;
    /* There are no ranges of texts: for them it stays with what the bounds said. */
    site->failure_unsure = rung_program_type(site->program).base == RUNG_TYPE_STRING;
    for (size_t rung = 0; rung < proof->rung_count && !site->failure_unsure; rung++)
        site->failure_unsure =
            rung_over_completions(proof->arena, proof->sheet, site->program, rung, 0, 0).can_fail;
}

/* --- All of them ----------------------------------------------------------------------------- */

static void watch_people(struct proof *proof)
{
    for (size_t p = 0; p < proof->people.count; p++)
        for (size_t i = 0; i < proof->site_count; i++)
            watch_site(proof, &proof->sites[i], proof->people.at[p].cells);
    for (size_t i = 0; i < proof->site_count; i++) {
        proof_site *site = &proof->sites[i];
        bool may_fail = can_fail_at_all(proof, site);
        for (size_t p = 0; may_fail && p < proof->people.count && site->failing == PROOF_NOBODY;
             p++)
            if (fails_somewhere(proof, site, &proof->people.at[p]))
                site->failing = p;
    }
}

void proof_watch_conditions(struct proof *proof)
{
    watch_people(proof);
    for (size_t i = 0; i < proof->site_count && !proof->whole; i++) {
        proof_site *site = &proof->sites[i];
        if (site->is_bool)
            decide(proof, site->program, guard_of(proof, site), site->reads_rung, &site->truth);
        for (size_t part = 0; part < site->part_count; part++)
            decide(proof, site->parts[part].program, NULL, site->reads_rung,
                   &site->parts[part].truth);
        decide_failure(proof, site);
    }
}

/* --- Telling --------------------------------------------------------------------------------- */

/* An error is not true. */
bool proof_is_always(const proof_truth *truth)
{
    return truth->can_hold && !truth->can_be_false && !truth->can_fail && !truth->may_be_false &&
           !truth->may_fail;
}

static bool is_never(const proof_truth *truth)
{
    return !truth->can_hold && !truth->may_hold;
}

/* True if neither was found out. */
static bool is_unsure(const proof_truth *truth)
{
    return truth->can_hold ? !truth->can_be_false && !truth->can_fail &&
                                 (truth->may_be_false || truth->may_fail)
                           : truth->may_hold;
}

bool proof_can_hold(struct proof *proof, proof_place place, size_t index, bool without)
{
    const proof_site *site = proof_site_of(proof, place, index);
    return site ? site->truth.can_hold || site->truth.may_hold : without;
}

static bool is_asked(struct proof *proof, size_t q)
{
    size_t section = proof->questionnaire->questions[q].section;
    return proof_can_hold(proof, PROOF_AT_SECTION_WHEN, section, true) &&
           proof_can_hold(proof, PROOF_AT_QUESTION_WHEN, q, true);
}

static bool is_section_asked(struct proof *proof, size_t index)
{
    const rung_section *section = &proof->questionnaire->sections[index];
    for (size_t q = section->first; q < section->first + section->count; q++)
        if (is_asked(proof, q))
            return true;
    return section->count == 0;
}

static void tell_section(struct proof *proof, size_t index)
{
    const rung_section *section = &proof->questionnaire->sections[index];
    if (!is_section_asked(proof, index)) {
        proof_report(proof, SECTION_UNREACHABLE, section->span, section->id);
        rung_subject(proof->diagnostics, section->id);
        return;
    }
    for (size_t q = section->first; q < section->first + section->count; q++) {
        const rung_question *question = &proof->questionnaire->questions[q];
        if (is_asked(proof, q))
            continue;
        proof_report(proof, QUESTION_UNREACHABLE, question->span, question->id);
        rung_subject(proof->diagnostics, question->id);
    }
}

/* True if nothing more is to be said of what the expression belongs to. */
static bool is_pointless(struct proof *proof, const proof_site *site)
{
    if (site->place == PROOF_AT_SECTION_WHEN)
        return !is_section_asked(proof, site->index);
    if (site->place == PROOF_AT_QUESTION_WHEN)
        return !is_asked(proof, site->index);
    return false;
}

static const char *thing_of(proof_place place)
{
    switch (place) {
    case PROOF_AT_SECTION_WHEN:
        return "section";
    case PROOF_AT_QUESTION_WHEN:
        return "question";
    case PROOF_AT_ACTION_WHEN:
    case PROOF_AT_ACTION_DONE:
        return "action";
    case PROOF_AT_NOTE_WHEN:
        return "note";
    case PROOF_AT_TIME_WHEN:
        return "time to entry";
    case PROOF_AT_FILE_TARGET:
        return "role";
    default:
        return "requirement";
    }
}

/* True if the condition as a whole is always the same, and that was said. */
static bool tell_whole(struct proof *proof, const proof_site *site)
{
    rung_diagnostics *news = proof->diagnostics;
    rung_span span = rung_program_span(site->program);
    const char *thing = thing_of(site->place);
    bool done = site->place == PROOF_AT_ACTION_DONE, action = site->place == PROOF_AT_ACTION_WHEN;
    if (proof_is_always(&site->truth) && done)
        proof_report(proof, ALWAYS_DONE, span, site->subject);
    else if (proof_is_always(&site->truth))
        proof_report(proof, ALWAYS_TRUE, span, thing, site->subject,
                     guard_of(proof, site) ? "wherever its section is asked"
                                           : "whatever the answers are");
    else if (is_never(&site->truth) && action)
        proof_report(proof, NEVER_OFFERED, proof->rules->actions[site->index].span, site->subject);
    else if (is_never(&site->truth) && !is_pointless(proof, site))
        proof_report(proof, NEVER_TRUE, span, site->key, thing, site->subject);
    else
        return is_pointless(proof, site);
    rung_subject(news, site->subject);
    return true;
}

/* The first question that the part reads and nobody is asked, or NULL. */
static const char *unasked(struct proof *proof, const rung_program *part)
{
    size_t count;
    const rung_use *uses = rung_program_uses(part, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].variable < proof->question_count && !is_asked(proof, uses[i].variable))
            return proof->questionnaire->questions[uses[i].variable].id;
    return NULL;
}

/* The first option of a question of the part that excludes all others, or NULL. */
static const char *excluding(const struct proof *proof, const rung_program *part)
{
    size_t count;
    const rung_use *uses = rung_program_uses(part, &count);
    for (size_t i = 0; i < count; i++) {
        const rung_question *question = uses[i].variable < proof->question_count
                                            ? &proof->questionnaire->questions[uses[i].variable]
                                            : NULL;
        for (size_t o = 0; question && o < question->option_count; o++)
            if (uses[i].members & question->exclusive & (uint64_t)1 << o)
                return question->options[o].id;
    }
    return NULL;
}

static void tell_parts(struct proof *proof, const proof_site *site)
{
    rung_span last = {0};
    for (size_t i = 0; i < site->part_count; i++) {
        const proof_part *part = &site->parts[i];
        rung_span span = rung_program_span(part->program);
        bool always = proof_is_always(&part->truth);
        bool never = is_never(&part->truth) && part->truth.can_be_false && !part->truth.can_fail &&
                     !part->truth.may_fail;
        bool inside = last.source && span.start >= last.start && span.end <= last.end;
        if (inside || (!always && !never))
            continue;
        last = span;
        proof_report(proof, SAME_PART, span, always ? "always true" : "never true");
        rung_subject(proof->diagnostics, site->subject);
        const char *option = never ? excluding(proof, part->program) : NULL;
        const char *question = unasked(proof, part->program);
        if (question)
            rung_mend(proof->diagnostics, "nobody is asked `%s`", question);
        else if (option)
            rung_mend(proof->diagnostics, "`%s` excludes all other options", option);
    }
}

static void tell_unsure(struct proof *proof, const proof_site *site)
{
    bool parts = site->more_parts;
    rung_span span = rung_program_span(site->program);
    for (size_t i = 0; i < site->part_count; i++)
        parts |= is_unsure(&site->parts[i].truth) && !site->parts[i].truth.can_fail;
    if (site->failing != PROOF_NOBODY)
        return; /* first things first */
    if (site->is_bool && is_unsure(&site->truth))
        proof_not_proven(proof, span, site->subject, "this can be both true and false");
    else if (parts)
        proof_not_proven(proof, span, site->subject, "each part of this makes a difference");
    if (site->failure_unsure)
        proof_not_proven(proof, span, site->subject, "this can fail");
}

static void tell_failure(struct proof *proof, const proof_site *site)
{
    const rung_program *programs[] = {site->program, matters_if(proof, site),
                                      is_about_rungs(site) ? proof->rules->target : NULL};
    if (site->failing == PROOF_NOBODY)
        return;
    proof_report(proof, CAN_FAIL, rung_program_span(site->program), thing_of(site->place),
                 site->subject, site->failure);
    rung_subject(proof->diagnostics, site->subject);
    rung_witness(proof->diagnostics, proof_witness(proof, &proof->people.at[site->failing],
                                                   programs, RUNG_COUNT(programs)));
}

void proof_tell_conditions(struct proof *proof)
{
    for (size_t i = 0; i < proof->questionnaire->section_count; i++)
        tell_section(proof, i);
    for (size_t i = 0; i < proof->site_count; i++) {
        const proof_site *site = &proof->sites[i];
        if (!(site->is_bool && tell_whole(proof, site)))
            tell_parts(proof, site);
        tell_failure(proof, site);
        tell_unsure(proof, site);
    }
}
