/* expressions: compiling those of the content, with what each may name. */
#ifndef RUNG_CONTENT_EXPRESSIONS_H
#define RUNG_CONTENT_EXPRESSIONS_H

#include "content/loader.h"

/* Compiles within a scope. NULL if it is wrong (reported), or if it names a question that is wrong
 * itself. `name` is the key's. */
const rung_program *content_compile(content_loader *loader, const char *name,
                                    const rung_datum *datum, const rung_scope *scope,
                                    rung_want want);
/* A bool over everything that rules may name. */
const rung_program *content_condition(content_loader *loader, const char *name,
                                      const rung_datum *datum);

/* Questions that decide what is asked for have to be answered, so that it is known: reports each
 * that is not required. */
bool content_check_required(content_loader *loader, const char *name, const rung_datum *datum,
                            const rung_program *program);
/* Reports each string that the result can be and that is none of those wanted. */
typedef struct content_wanted {
    const char *what; /* "the id of a rung" */
    const rung_text *words;
    size_t count;
} content_wanted;

bool content_check_strings(content_loader *loader, const char *name, const rung_datum *datum,
                           const rung_program *program, const content_wanted *wanted);

/* Where the expression names something; the whole expression if that cannot be found. */
rung_span content_name_place(content_loader *loader, const rung_datum *datum, rung_text name);

/* The next name in an expression from *at on, outside of strings; false if there is none. */
bool content_next_name(rung_text expression, size_t *at, rung_text *name);

#endif
