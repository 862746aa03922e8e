/* What a program wants to know of each variable, read off its instructions. */
#include "expr/program.h"

#include <assert.h>
#include <math.h>

struct uses {
    rung_arena *arena;
    const rung_program *program;
    rung_use *use; /* of the variable in `reg` */
    uint16_t reg;
    RUNG_VEC(double) cuts;
};

static const expr_cell *constant(const rung_program *program, uint16_t reg)
{
    bool known = reg < program->constant_count && !program->constant_errors[reg];
    return known ? &program->constants[reg] : NULL;
}

/* --- Cuts ------------------------------------------------------------------------------------ */

/* False if no double stands exactly for the number. */
static bool add_cut(struct uses *uses, const rung_value *number)
{
    bool whole = number->type.base == RUNG_TYPE_INT;
    double cut = whole ? (double)number->integer : number->real;
    if (whole && expr_compare_mixed(number->integer, cut) != 0)
        return false;
    if (!isnan(cut)) /* compares as false with everything: no cut */
        rung_push(uses->arena, &uses->cuts, cut);
    return true;
}

static bool add_constant_cut(struct uses *uses, uint16_t reg)
{
    const expr_cell *cell = constant(uses->program, reg);
    if (!cell)
        return false;
    rung_value number = expr_value(*cell, uses->program->types[reg]);
    return add_cut(uses, &number);
}

static bool add_list_cuts(struct uses *uses, const expr_instruction *at)
{
    const expr_cell *cell = constant(uses->program, at->b);
    if (!cell)
        return false;
    for (size_t i = 0; i < cell->list->list.count; i++)
        if (!add_cut(uses, &cell->list->list.items[i]))
            return false;
    return true;
}

/* A comparison with a constant asks on which side of it the variable lies. */
static bool is_cut(struct uses *uses, const expr_instruction *at)
{
    if (at->op == EXPR_OP_IN_LIST)
        return add_list_cuts(uses, at);
    if (at->op < EXPR_OP_EQUAL_INT || at->op > EXPR_OP_LESS_EQUAL_DOUBLE_INT)
        return false;
    return add_constant_cut(uses, at->a == uses->reg ? at->b : at->a);
}

/* --- Members --------------------------------------------------------------------------------- */

static bool is_member(struct uses *uses, const expr_instruction *at)
{
    const expr_cell *cell = constant(uses->program, at->b);
    if (at->op != EXPR_OP_HAS_ANY || !cell)
        return false;
    uses->use->members |= cell->set;
    return true;
}

/* --- Each variable --------------------------------------------------------------------------- */

static bool reads_register(const rung_program *program, const expr_instruction *at, uint16_t reg)
{
    if (at->op == EXPR_OP_LIST) {
        for (size_t i = 0; i < at->b; i++)
            if (program->arguments[at->a + i] == reg)
                return true;
        return false;
    }
    return at->a == reg || at->b == reg || (expr_op_reads(at->op) > 2 && at->c == reg);
}

/* Ascending, without repeats. */
static size_t sort_cuts(double *cuts, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        double cut = cuts[i];
        size_t at = kept;
        while (at > 0 && cuts[at - 1] > cut)
            at--;
        if (at > 0 && cuts[at - 1] == cut)
            continue;
        for (size_t j = kept++; j > at; j--)
            cuts[j] = cuts[j - 1];
        cuts[at] = cut;
    }
    return kept;
}

/* Asks `question` of every instruction that reads the variable. */
static bool all_uses(struct uses *uses, bool (*question)(struct uses *, const expr_instruction *))
{
    const rung_program *program = uses->program;
    for (size_t i = 0; i < program->instruction_count; i++) {
        const expr_instruction *at = &program->instructions[i];
        if (reads_register(program, at, uses->reg) && !question(uses, at))
            return false;
    }
    return program->result != uses->reg;
}

static void find_use(struct uses *uses)
{
    rung_use *use = uses->use;
    rung_variable_kind kind = expr_register_kind(uses->program, uses->reg);
    if (kind == RUNG_VARIABLE_INT || kind == RUNG_VARIABLE_DOUBLE)
        use->only_cuts = all_uses(uses, is_cut);
    if (kind == RUNG_VARIABLE_CHOICES)
        use->only_members = all_uses(uses, is_member);
    if (use->only_cuts) {
        use->cuts = uses->cuts.at;
        use->cut_count = sort_cuts(uses->cuts.at, uses->cuts.count);
    }
    if (!use->only_members)
        use->members = 0;
}

void expr_find_uses(rung_arena *arena, rung_program *program)
{
    rung_use *list = rung_new_array(arena, rung_use, program->read_count);
    for (uint16_t i = 0; i < program->read_count; i++) {
        struct uses uses = {.arena = arena, .program = program, .use = &list[i]};
        uses.reg = (uint16_t)(program->constant_count + i);
        list[i].variable = program->reads[i];
        find_use(&uses);
    }
    program->uses = list;
}

/* --- Values that are not told apart ---------------------------------------------------------- */

/* False where the instruction may give something else for the one than for the other. */
static bool gives_the_same(const rung_program *program, const expr_instruction *at, uint16_t reg,
                           rung_cell a, rung_cell b)
{
    const rung_variable *variable = &program->variables[at->c];
    const expr_cell *options = at->a == reg ? constant(program, at->b) : NULL;
    switch (at->op) {
    case EXPR_OP_IS_ONE_OF:
        return options && (options->set >> a.i & 1) == (options->set >> b.i & 1);
    case EXPR_OP_HAS_ANY:
        return options && (options->set & (a.set ^ b.set)) == 0;
    case EXPR_OP_CHOICE_POINTS:
        return expr_option_points(variable, a.i) == expr_option_points(variable, b.i);
    case EXPR_OP_CHOICES_POINTS:
        return expr_points(variable, a.set ^ b.set) == 0 && expr_set_size(a.set ^ b.set) == 1;
    default:
        return false;
    }
}

bool rung_program_ignores(const rung_program *program, uint32_t variable, rung_cell a, rung_cell b)
{
    uint16_t reg = program->constant_count;
    uint16_t end = (uint16_t)(reg + program->read_count);
    while (reg < end && program->reads[reg - program->constant_count] != variable)
        reg++;
    if (reg == end)
        return true;
    for (size_t i = 0; i < program->instruction_count; i++) {
        const expr_instruction *at = &program->instructions[i];
        if (reads_register(program, at, reg) && !gives_the_same(program, at, reg, a, b))
            return false;
    }
    return program->result != reg;
}

/* --- Strings of the result ------------------------------------------------------------------- */

typedef RUNG_VEC(rung_text) text_list;

static void add_string(rung_arena *arena, text_list *list, rung_text text)
{
    for (size_t i = 0; i < list->count; i++)
        if (rung_text_equal(list->at[i], text))
            return;
    rung_push(arena, list, text);
}

static void add_options(rung_arena *arena, text_list *list, const rung_variable *variable)
{
    for (size_t i = 0; i < variable->option_count; i++)
        add_string(arena, list, variable->options[i]);
    add_string(arena, list, (rung_text){0});
}

/* Marks the registers whose strings the result can be; false if one is made at run time. */
static bool mark_sources(const rung_program *program, bool *sources)
{
    size_t first = (size_t)program->constant_count + program->read_count;
    sources[program->result] = true;
    for (size_t i = program->instruction_count; i-- > 0;) {
        const expr_instruction *at = &program->instructions[i];
        if (!sources[first + i] || at->op == EXPR_OP_CHOICE_TEXT)
            continue;
        if (at->op != EXPR_OP_SELECT)
            return false;
        sources[at->b] = sources[at->c] = true;
    }
    return true;
}

void expr_find_strings(rung_arena *arena, rung_program *program)
{
    text_list list = {0};
    size_t first = (size_t)program->constant_count + program->read_count;
    bool *sources = rung_new_array(arena, bool, expr_register_count(program));
    rung_type type = program->types[program->result];
    if (type.base != RUNG_TYPE_STRING || type.lists || !mark_sources(program, sources))
        return;
    for (size_t i = 0; i < program->constant_count; i++)
        if (sources[i] && !program->constant_errors[i])
            add_string(arena, &list, *program->constants[i].text);
    for (size_t i = 0; i < program->instruction_count; i++)
        if (sources[first + i] && program->instructions[i].op == EXPR_OP_CHOICE_TEXT)
            add_options(arena, &list, &program->variables[program->instructions[i].c]);
    program->strings = list.at;
    program->string_count = list.count;
}
