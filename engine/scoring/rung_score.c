/* The score at one rung: docs/format.md, section 6. */
#include "scoring/scoring_private.h"

#include <math.h>

/* --- What is asked for ----------------------------------------------------------------------- */

bool scoring_blocks(const struct scoring *scoring, const rung_program *program)
{
    size_t count, questions = scoring->sheet->questionnaire->question_count;
    const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
    for (size_t i = 0; uses && i < count; i++)
        if (uses[i].variable < questions && scoring->sheet->unknown[uses[i].variable])
            return true;
    return false;
}

bool rung_requirement_hangs_on(const rung_requirement *requirement, uint32_t question)
{
    const rung_program *programs[] = {requirement->when, requirement->target, requirement->need};
    for (size_t i = 0; i < RUNG_COUNT(programs); i++)
        if (programs[i] && rung_program_reads(programs[i], question))
            return true;
    return false;
}

bool scoring_is_blocked(const struct scoring *scoring)
{
    const rung_rules *rules = scoring->role->rules;
    for (size_t r = 0; r < rules->requirement_count; r++) {
        const rung_requirement *requirement = &rules->requirements[r];
        if (scoring_blocks(scoring, requirement->when) ||
            scoring_blocks(scoring, requirement->target) ||
            scoring_blocks(scoring, requirement->need))
            return true;
    }
    return false;
}

static rung_asked asked_at(struct scoring *scoring, const rung_requirement *requirement,
                           size_t rung)
{
    size_t variable = scoring->sheet->questionnaire->question_count;
    scoring->cells[variable].i = (int64_t)rung;
    rung_asked asked = rung_requirement_asked(requirement, rung, scoring->cells, scoring->scratch);
    const struct {
        const rung_program *program;
        rung_eval_error error;
    } failures[] = {{requirement->when, asked.when_error},
                    {requirement->target, asked.target_error},
                    {requirement->need, asked.need_error}};
    for (size_t i = 0; i < RUNG_COUNT(failures); i++)
        if (failures[i].error)
            scoring_add_problem(scoring, "requirement", requirement->id, failures[i].program,
                                failures[i].error);
    return asked;
}

/* --- What is there --------------------------------------------------------------------------- */

rung_outcome scoring_attained(struct scoring *scoring, size_t index, size_t rung)
{
    const rung_requirement *requirement = &scoring->role->rules->requirements[index];
    uint32_t rung_index = (uint32_t)scoring->sheet->questionnaire->question_count;
    bool reads_rung = rung_program_reads(requirement->attained, rung_index);

    if (!reads_rung && scoring->attained_known[index])
        return scoring->attained[index];
    rung_outcome outcome = rung_over_completions(
        scoring->arena, scoring->sheet, requirement->attained, rung, 0, RUNG_HIGHEST_LEVEL);
    if (outcome.can_fail)
        scoring_add_problem(scoring, "requirement", requirement->id, requirement->attained,
                            outcome.error);
    scoring->attained[index] = outcome;
    scoring->attained_known[index] = true;
    return outcome;
}

static double fulfilment(double attained, double target)
{
    return target > 0 ? fmin(1, attained / target) : 1;
}

static double gap(double attained, double target)
{
    double missing = target - attained;
    return missing < RUNG_EPSILON ? 0 : missing;
}

static void set_attained(rung_requirement_score *score, rung_range attained)
{
    score->attained = attained;
    score->fulfilment = (rung_range){fulfilment(attained.low, score->target),
                                     fulfilment(attained.high, score->target)};
    score->gap = (rung_range){gap(attained.high, score->target), gap(attained.low, score->target)};
}

static void score_requirement(struct scoring *scoring, size_t index, size_t rung,
                              rung_requirement_score *score)
{
    const rung_requirement *requirement = &scoring->role->rules->requirements[index];
    rung_asked asked = asked_at(scoring, requirement, rung);
    score->applies = asked.applies;
    if (!score->applies)
        return;
    rung_outcome attained = scoring_attained(scoring, index, rung);
    score->need = asked.need;
    score->target = asked.target;
    score->exact = attained.exact;
    set_attained(score, (rung_range){attained.low, attained.high});
}

/* --- Sums ------------------------------------------------------------------------------------ */

/* Sums over what applies: importances by dimension, and the weights of dimensions that remain. */
struct sums {
    double *importance;
    double weight;
};

static struct sums sum_up(rung_arena *arena, const rung_rules *rules, const bool *applies)
{
    struct sums sums = {rung_new_array(arena, double, rules->dimension_count), 0};
    for (size_t r = 0; r < rules->requirement_count; r++)
        if (applies[r])
            sums.importance[rules->requirements[r].dimension] += rules->requirements[r].importance;
    for (size_t d = 0; d < rules->dimension_count; d++)
        if (sums.importance[d] > 0)
            sums.weight += rules->dimensions[d].weight;
    return sums;
}

static double points_of(const rung_rules *rules, const struct sums *sums, size_t requirement)
{
    size_t d = rules->requirements[requirement].dimension;
    double importance = rules->requirements[requirement].importance;
    return 100 * (rules->dimensions[d].weight / sums->weight) * (importance / sums->importance[d]);
}

void rung_requirement_points(rung_arena *arena, const rung_rules *rules, const bool *applies,
                             double *points)
{
    struct sums sums = sum_up(arena, rules, applies);
    for (size_t r = 0; r < rules->requirement_count; r++)
        points[r] = applies[r] ? points_of(rules, &sums, r) : 0;
}

static struct sums sum_up_scores(struct scoring *scoring, const rung_requirement_score *scores)
{
    const rung_rules *rules = scoring->role->rules;
    bool *applies = rung_new_array(scoring->arena, bool, rules->requirement_count);
    for (size_t r = 0; r < rules->requirement_count; r++)
        applies[r] = scores[r].applies;
    return sum_up(scoring->arena, rules, applies);
}

static void score_dimensions(const rung_rules *rules, const struct sums *sums,
                             rung_requirement_score *scores, rung_dimension_score *dimensions)
{
    for (size_t r = 0; r < rules->requirement_count; r++) {
        if (!scores[r].applies)
            continue;
        size_t d = rules->requirements[r].dimension;
        double importance = rules->requirements[r].importance;
        double points = points_of(rules, sums, r);
        scores[r].loss = (rung_range){points * (1 - scores[r].fulfilment.high),
                                      points * (1 - scores[r].fulfilment.low)};
        dimensions[d].counts = true;
        dimensions[d].score.low += importance * scores[r].fulfilment.low;
        dimensions[d].score.high += importance * scores[r].fulfilment.high;
    }
    for (size_t d = 0; d < rules->dimension_count; d++) {
        if (!dimensions[d].counts)
            continue;
        dimensions[d].score.low = 100 * dimensions[d].score.low / sums->importance[d];
        dimensions[d].score.high = 100 * dimensions[d].score.high / sums->importance[d];
    }
}

static rung_range overall(const rung_rules *rules, const struct sums *sums,
                          const rung_dimension_score *dimensions)
{
    rung_range score = {0, 0};
    if (sums->weight <= 0)
        return (rung_range){100, 100};
    for (size_t d = 0; d < rules->dimension_count; d++) {
        score.low += rules->dimensions[d].weight * dimensions[d].score.low;
        score.high += rules->dimensions[d].weight * dimensions[d].score.high;
    }
    /* Rounding may leave the sum of the shares above 1. */
    return (rung_range){fmin(100, score.low / sums->weight), fmin(100, score.high / sums->weight)};
}

static rung_range largest_essential_gap(const rung_rules *rules,
                                        const rung_requirement_score *scores)
{
    rung_range largest = {0, 0};
    for (size_t r = 0; r < rules->requirement_count; r++) {
        if (!scores[r].applies || scores[r].need != RUNG_ESSENTIAL)
            continue;
        largest.low = fmax(largest.low, scores[r].gap.low);
        largest.high = fmax(largest.high, scores[r].gap.high);
    }
    return largest;
}

/* --- Verdicts -------------------------------------------------------------------------------- */

size_t rung_verdict_for(const rung_rules *rules, double score, double essential_gap, bool by_score)
{
    size_t v = 0;
    for (; v + 1 < rules->verdict_count; v++) {
        const rung_verdict *verdict = &rules->verdicts[v];
        bool enough = !verdict->has_at_least || score >= verdict->at_least - RUNG_EPSILON;
        bool small =
            by_score || !verdict->has_essential_gap || essential_gap <= verdict->essential_gap;
        if (enough && small)
            break;
    }
    return v;
}

static void find_verdicts(const rung_rules *rules, rung_rung_score *out)
{
    out->verdict_low =
        rung_verdict_for(rules, out->score.low, out->largest_essential_gap.high, false);
    out->verdict_high =
        rung_verdict_for(rules, out->score.high, out->largest_essential_gap.low, false);
    out->verdict_by_score_low = rung_verdict_for(rules, out->score.low, 0, true);
    out->verdict_by_score_high = rung_verdict_for(rules, out->score.high, 0, true);
}

void scoring_block_rung(struct scoring *scoring, rung_rung_score *out)
{
    const rung_rules *rules = scoring->role->rules;
    *out = (rung_rung_score){
        .rung = out->rung,
        .blocked = true,
        .score = {0, 100},
        .verdict_low = rules->verdict_count - 1,
        .verdict_by_score_low = rules->verdict_count - 1,
        .largest_essential_gap = {0, 4},
        .requirements =
            rung_new_array(scoring->arena, rung_requirement_score, rules->requirement_count),
        .dimensions = rung_new_array(scoring->arena, rung_dimension_score, rules->dimension_count),
    };
}

void scoring_score_rung(struct scoring *scoring, size_t rung, rung_rung_score *out)
{
    const rung_rules *rules = scoring->role->rules;
    out->rung = rung;
    if (scoring->blocked) {
        scoring_block_rung(scoring, out);
        return;
    }
    rung_requirement_score *scores =
        rung_new_array(scoring->arena, rung_requirement_score, rules->requirement_count);
    rung_dimension_score *dimensions =
        rung_new_array(scoring->arena, rung_dimension_score, rules->dimension_count);
    for (size_t r = 0; r < rules->requirement_count; r++)
        score_requirement(scoring, r, rung, &scores[r]);

    struct sums sums = sum_up_scores(scoring, scores);
    score_dimensions(rules, &sums, scores, dimensions);
    out->score = overall(rules, &sums, dimensions);
    out->largest_essential_gap = largest_essential_gap(rules, scores);
    out->requirements = scores;
    out->dimensions = dimensions;
    find_verdicts(rules, out);
}

/* --- Other levels ---------------------------------------------------------------------------- */

struct rung_gauge {
    const rung_rules *rules;
    struct sums sums;
    rung_requirement_score *requirements;
    rung_dimension_score *dimensions;
    rung_rung_score score;
};

rung_gauge *rung_gauge_new(rung_arena *arena, const rung_rules *rules, const rung_rung_score *at)
{
    size_t count = rules->requirement_count;
    rung_gauge *gauge = rung_new(arena, rung_gauge);
    gauge->rules = rules;
    gauge->requirements = rung_new_array(arena, rung_requirement_score, count);
    gauge->dimensions = rung_new_array(arena, rung_dimension_score, rules->dimension_count);
    bool *applies = rung_new_array(arena, bool, count);
    for (size_t r = 0; r < count; r++) {
        gauge->requirements[r] = at->requirements[r];
        applies[r] = at->requirements[r].applies;
    }
    gauge->sums = sum_up(arena, rules, applies);
    gauge->score = (rung_rung_score){
        .rung = at->rung, .requirements = gauge->requirements, .dimensions = gauge->dimensions};
    return gauge;
}

rung_standing rung_stand(rung_gauge *gauge, const double *attained)
{
    const rung_rules *rules = gauge->rules;
    rung_rung_score *out = &gauge->score;
    for (size_t r = 0; r < rules->requirement_count; r++)
        if (gauge->requirements[r].applies)
            set_attained(&gauge->requirements[r], (rung_range){attained[r], attained[r]});
    for (size_t d = 0; d < rules->dimension_count; d++)
        gauge->dimensions[d] = (rung_dimension_score){0};
    score_dimensions(rules, &gauge->sums, gauge->requirements, gauge->dimensions);
    out->score = overall(rules, &gauge->sums, gauge->dimensions);
    out->largest_essential_gap = largest_essential_gap(rules, gauge->requirements);
    find_verdicts(rules, out);
    return (rung_standing){out->score.low, out->largest_essential_gap.high, out->verdict_low};
}

const rung_rung_score *rung_gauge_score(const rung_gauge *gauge)
{
    return &gauge->score;
}
