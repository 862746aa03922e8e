#include "describe.h"

#include <math.h>

static const char *number(double value)
{
    static char texts[4][RUNG_NUMBER_SIZE]; /* as many as one line prints */
    static unsigned next;
    char *text = texts[next++ % 4];
    rung_number_format(value, text);
    return text;
}

static void line(rung_sink *sink, const char *name, const char *text)
{
    if (text)
        rung_print(sink, "    %s: %s\n", name, text);
}

static void program(rung_sink *sink, const char *name, const rung_program *program)
{
    if (!program)
        return;
    rung_text text = rung_program_text(program);
    rung_print(sink, "    %s: %.*s (reads", name, (int)text.size, text.at);
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++)
        rung_print(sink, " %u", (unsigned)uses[i].variable);
    rung_print(sink, ")\n");
}

/* --- Questionnaires -------------------------------------------------------------------------- */

static void unasked(const rung_question *question, rung_sink *sink)
{
    if (question->unasked_unknown)
        rung_print(sink, "    unasked: unknown\n");
    else if (question->type == RUNG_QUESTION_CHOICES)
        rung_print(sink, "    unasked: set %llx\n", (unsigned long long)question->unasked.set);
    else if (question->type == RUNG_QUESTION_NUMBER && !question->integer)
        rung_print(sink, "    unasked: %s\n", number(question->unasked.d));
    else if (question->type != RUNG_QUESTION_TEXT)
        rung_print(sink, "    unasked: %lld\n", (long long)question->unasked.i);
}

static void words(rung_sink *sink, const char *lead, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        rung_print(sink, "%s%s%s", i == 0 ? lead : ", ", list[i], i + 1 == count ? "\n" : "");
}

static void resume(const rung_question *question, rung_sink *sink)
{
    if (question->resume)
        rung_print(sink, "    resume: %s%s\n", rung_resume_part_name(question->resume),
                   question->resume_last ? ", the last option" : "");
    words(sink, "    resume words: ", question->resume_match, question->resume_match_count);
    for (size_t i = 0; i < question->option_count; i++)
        words(sink, "    resume words of an option: ", question->options[i].resume,
              question->options[i].resume_count);
}

static void domain(const rung_question *question, rung_sink *sink)
{
    for (size_t i = 0; i < question->option_count; i++) {
        const rung_option *option = &question->options[i];
        rung_print(sink, "    option %s: %s, %s points%s%s\n", option->id, option->label,
                   number(option->points), option->note ? ", " : "",
                   option->note ? option->note : "");
    }
    if (question->type == RUNG_QUESTION_CHOICES)
        rung_print(sink, "    exclusive: %llx\n", (unsigned long long)question->exclusive);
    if (question->type == RUNG_QUESTION_SCALE)
        rung_print(sink, "    scale: %s\n", question->scale->id);
    if (question->type == RUNG_QUESTION_NUMBER)
        rung_print(sink, "    from %s to %s%s\n", number(question->min), number(question->max),
                   question->integer ? ", whole" : "");
    if (question->type == RUNG_QUESTION_TEXT)
        rung_print(sink, "    at most %zu characters\n", question->max_length);
}

static void question(const rung_questionnaire *all, size_t index, rung_sink *sink)
{
    const rung_question *question = &all->questions[index];
    rung_print(sink, "  %zu %s: %s %s%s, section %zu, line %u\n", index, question->id,
               rung_question_type_name(question->type), rung_evidence_name(question->evidence),
               question->required ? " required" : "", question->section,
               (unsigned)rung_locate(question->span.source, question->span.start).line);
    line(sink, "ask", question->ask);
    line(sink, "help", question->help);
    line(sink, "why", question->why);
    line(sink, "unit", question->unit);
    domain(question, sink);
    resume(question, sink);
    unasked(question, sink);
    program(sink, "when", question->when);
    if (question->asked_by_count)
        rung_print(sink, "    asked by");
    for (size_t i = 0; i < question->asked_by_count; i++)
        rung_print(sink, " %u%s", (unsigned)question->asked_by[i],
                   i + 1 == question->asked_by_count ? "\n" : "");
}

void test_describe_questionnaire(const rung_questionnaire *all, rung_sink *sink)
{
    rung_print(sink, "questionnaire %s: %s (%s)\n", all->id, all->title, all->language);
    line(sink, "intro", all->intro);
    for (size_t i = 0; i < all->scale_count; i++) {
        rung_print(sink, "  scale %s:", all->scales[i].id);
        for (size_t k = 0; k < all->scales[i].count; k++)
            rung_print(sink, " %lld=%s", (long long)all->scales[i].values[k].value,
                       all->scales[i].values[k].label);
        rung_print(sink, "\n");
    }
    for (size_t i = 0; i < all->section_count; i++) {
        const rung_section *section = &all->sections[i];
        rung_print(sink, "section %s: %s, questions %zu+%zu\n", section->id, section->title,
                   section->first, section->count);
        line(sink, "intro", section->intro);
        program(sink, "when", section->when);
        for (size_t k = 0; k < section->count; k++)
            question(all, section->first + k, sink);
    }
}

/* --- Rules ----------------------------------------------------------------------------------- */

static void rungs(const rung_rules *rules, rung_sink *sink)
{
    for (size_t i = 0; i < rules->rung_count; i++) {
        const rung_rung *rung = &rules->rungs[i];
        rung_print(sink, "rung %s: %s\n", rung->id, rung->title);
        if (rung->has_years)
            rung_print(sink, "    years %s to %s\n", number(rung->years[0]),
                       number(rung->years[1]));
        if (rung->has_pay)
            rung_print(sink, "    pay %s, %s %s\n", number(rung->pay_median),
                       number(rung->pay_average), rung->currency ? rung->currency : "-");
        for (size_t k = 0; k < rung->focus_count; k++)
            line(sink, "focus", rung->focus[k]);
        line(sink, "source", rung->source);
    }
}

static void by_rung(const rung_rules *rules, const rung_requirement *requirement, rung_sink *sink)
{
    for (size_t i = 0; i < rules->rung_count; i++) {
        rung_print(sink, "    at %s:", rules->rungs[i].id);
        if (requirement->target_by_rung)
            rung_print(sink, " %s", number(requirement->target_by_rung[i]));
        if (requirement->need_by_rung)
            rung_print(sink, " %s", rung_need_name(requirement->need_by_rung[i]));
        rung_print(sink, "\n");
    }
}

static void requirement(const rung_rules *rules, const rung_requirement *at, rung_sink *sink)
{
    rung_print(sink, "requirement %s: %s, dimension %zu, importance %d, %s, evidence %x\n", at->id,
               at->title, at->dimension, at->importance,
               at->documented ? "documented" : "judgement", at->evidence);
    by_rung(rules, at, sink);
    program(sink, "when", at->when);
    program(sink, "target", at->target);
    program(sink, "need", at->need);
    program(sink, "attained", at->attained);
    line(sink, "why", at->why);
    for (size_t i = 0; i < 5; i++)
        line(sink, "level", at->levels[i]);
    line(sink, "source", at->source);
}

static void levels(const rung_level *list, size_t count, rung_sink *sink)
{
    for (size_t i = 0; i < count; i++)
        rung_print(sink, "    requirement %zu to %s\n", list[i].requirement, number(list[i].level));
}

static void action(const rung_action *at, rung_sink *sink)
{
    rung_print(sink, "action %s: %s (%s), %d to %d months, %s to %s\n", at->id, at->title,
               rung_action_kind_name(at->kind), at->months[0], at->months[1], number(at->cost[0]),
               number(at->cost[1]));
    line(sink, "text", at->text);
    program(sink, "when", at->when);
    program(sink, "done when", at->done_when);
    for (size_t i = 0; i < at->after_count; i++)
        rung_print(sink, "    after %zu\n", at->after[i]);
    levels(at->raises, at->raises_count, sink);
    line(sink, "source", at->source);
}

static void verdicts(const rung_rules *rules, rung_sink *sink)
{
    for (size_t i = 0; i < rules->verdict_count; i++) {
        const rung_verdict *verdict = &rules->verdicts[i];
        rung_print(sink, "verdict %s: %s", verdict->id, verdict->title);
        if (verdict->has_at_least)
            rung_print(sink, ", at least %s", number(verdict->at_least));
        if (verdict->has_essential_gap)
            rung_print(sink, ", essential gap %s", number(verdict->essential_gap));
        rung_print(sink, "\n");
    }
}

static void advice(const rung_rules *rules, rung_sink *sink)
{
    for (size_t i = 0; i < rules->specialisation_count; i++) {
        const rung_specialisation *at = &rules->specialisations[i];
        rung_print(sink, "specialisation %s: %s\n", at->id, at->title);
        line(sink, "text", at->text);
        levels(at->levels, at->level_count, sink);
    }
    for (size_t i = 0; i < rules->note_count; i++) {
        rung_print(sink, "note %s: %s\n", rules->notes[i].id, rules->notes[i].title);
        line(sink, "text", rules->notes[i].text);
        program(sink, "when", rules->notes[i].when);
    }
    for (size_t i = 0; i < rules->time_to_entry_count; i++) {
        const rung_time_to_entry *at = &rules->times_to_entry[i];
        rung_print(sink, "time to entry %s: %d..%d, %s\n", at->id, at->months[0], at->months[1],
                   at->whose);
        program(sink, "when", at->when);
        line(sink, "source", at->source);
    }
    for (size_t i = 0; i < rules->related_count; i++)
        rung_print(sink, "related %s: %s, %s\n", rules->related[i].id, rules->related[i].title,
                   rules->related[i].text ? rules->related[i].text : "-");
    for (size_t i = 0; i < rules->fact_count; i++)
        rung_print(sink, "fact %s: %s\n", rules->facts[i].label, rules->facts[i].value);
}

static void example(const rung_example *at, rung_sink *sink)
{
    rung_print(sink, "example %s: %zu answers, line %u\n", at->name, at->answers->map.count,
               (unsigned)rung_locate(at->span.source, at->span.start).line);
    if (at->has_verdict)
        rung_print(sink, "    verdict %zu\n", at->verdict);
    if (at->has_score)
        rung_print(sink, "    score %s to %s\n", number(at->score[0]), number(at->score[1]));
    for (size_t i = 0; i < at->gap_count; i++)
        rung_print(sink, "    gap %zu\n", at->gaps[i]);
}

void test_describe_role(const rung_role *role, rung_sink *sink)
{
    const rung_rules *rules = role->rules;
    test_describe_questionnaire(role->questionnaire, sink);
    rung_print(sink, "rules %s: %s\n", rules->id, rules->title);
    line(sink, "source", rules->source_title);
    line(sink, "edition", rules->source_edition);
    line(sink, "summary", rules->summary);
    line(sink, "currency", rules->currency);
    program(sink, "target", rules->target);
    rungs(rules, sink);
    for (size_t i = 0; i < rules->dimension_count; i++)
        rung_print(sink, "dimension %s: %s, weight %s\n", rules->dimensions[i].id,
                   rules->dimensions[i].title, number(rules->dimensions[i].weight));
    verdicts(rules, sink);
    for (size_t i = 0; i < rules->requirement_count; i++)
        requirement(rules, &rules->requirements[i], sink);
    for (size_t i = 0; i < rules->action_count; i++)
        action(&rules->actions[i], sink);
    advice(rules, sink);
    for (size_t i = 0; i < rules->example_count; i++)
        example(&rules->examples[i], sink);
}
