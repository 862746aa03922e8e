#include "content/words.h"

#include "content/loader.h"

#define WORD(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

static const rung_text question_types[RUNG_QUESTION_TYPE_COUNT] = {
    [RUNG_QUESTION_CHOICE] = WORD("choice"), [RUNG_QUESTION_CHOICES] = WORD("choices"),
    [RUNG_QUESTION_SCALE] = WORD("scale"),   [RUNG_QUESTION_NUMBER] = WORD("number"),
    [RUNG_QUESTION_YES_NO] = WORD("yes-no"), [RUNG_QUESTION_TEXT] = WORD("text"),
};

static const rung_text evidences[RUNG_EVIDENCE_COUNT] = {
    [RUNG_EVIDENCE_NONE] = WORD(""),
    [RUNG_EVIDENCE_SELF_RATING] = WORD("self-rating"),
    [RUNG_EVIDENCE_BEHAVIOUR] = WORD("behaviour"),
    [RUNG_EVIDENCE_SCENARIO] = WORD("scenario"),
    [RUNG_EVIDENCE_KNOWLEDGE] = WORD("knowledge"),
    [RUNG_EVIDENCE_CREDENTIAL] = WORD("credential"),
    [RUNG_EVIDENCE_FACT] = WORD("fact"),
};

static const rung_text resume_parts[RUNG_RESUME_PART_COUNT] = {
    [RUNG_RESUME_NONE] = WORD(""),
    [RUNG_RESUME_EDUCATION] = WORD("education"),
    [RUNG_RESUME_CERTIFICATES] = WORD("certificates"),
    [RUNG_RESUME_WORK] = WORD("work"),
    [RUNG_RESUME_SKILLS] = WORD("skills"),
    [RUNG_RESUME_LANGUAGES] = WORD("languages"),
};

static const rung_text resume_picks[] = {WORD("first"), WORD("last")};

static const rung_text needs[] = {
    [RUNG_PREFERRED] = WORD("preferred"),
    [RUNG_ESSENTIAL] = WORD("essential"),
};

static const rung_text action_kinds[RUNG_ACTION_KIND_COUNT] = {
    [RUNG_ACTION_COURSE] = WORD("course"),
    [RUNG_ACTION_CERTIFICATION] = WORD("certification"),
    [RUNG_ACTION_DEGREE] = WORD("degree"),
    [RUNG_ACTION_EXPERIENCE] = WORD("experience"),
    [RUNG_ACTION_PROJECT] = WORD("project"),
    [RUNG_ACTION_PRACTICE] = WORD("practice"),
    [RUNG_ACTION_JOB_SEARCH] = WORD("job-search"),
};

static const rung_text bases[] = {WORD("judgement"), WORD("documented")};

static const rung_text reserved_ids[] = {
    WORD("as"),      WORD("break"),     WORD("const"),    WORD("continue"), WORD("else"),
    WORD("false"),   WORD("for"),       WORD("function"), WORD("if"),       WORD("import"),
    WORD("in"),      WORD("let"),       WORD("loop"),     WORD("math"),     WORD("null"),
    WORD("package"), WORD("namespace"), WORD("return"),   WORD("rung"),     WORD("true"),
    WORD("var"),     WORD("void"),      WORD("while"),
};

static const rung_text reserved_options[] = {WORD("unknown")};
static const rung_text questionnaire_format[] = {WORD(CONTENT_QUESTIONNAIRE_FORMAT)};
static const rung_text rules_format[] = {WORD(CONTENT_RULES_FORMAT)};

const content_words content_question_types = {question_types, RUNG_COUNT(question_types)};
const content_words content_evidences = {evidences + 1, RUNG_COUNT(evidences) - 1};
const content_words content_resume_parts = {resume_parts + 1, RUNG_COUNT(resume_parts) - 1};
const content_words content_resume_picks = {resume_picks, RUNG_COUNT(resume_picks)};
const content_words content_needs = {needs, RUNG_COUNT(needs)};
const content_words content_action_kinds = {action_kinds, RUNG_COUNT(action_kinds)};
const content_words content_bases = {bases, RUNG_COUNT(bases)};
const content_words content_reserved_ids = {reserved_ids, RUNG_COUNT(reserved_ids)};
const content_words content_reserved_options = {reserved_options, RUNG_COUNT(reserved_options)};
const content_words content_questionnaire_format = {questionnaire_format, 1};
const content_words content_rules_format = {rules_format, 1};

const char *rung_question_type_name(rung_question_type type)
{
    return question_types[type].at;
}

const char *rung_evidence_name(rung_evidence evidence)
{
    return evidences[evidence].at;
}

const char *rung_resume_part_name(rung_resume_part part)
{
    return resume_parts[part].at;
}

const char *rung_need_name(rung_need need)
{
    return needs[need].at;
}

const char *rung_action_kind_name(rung_action_kind kind)
{
    return action_kinds[kind].at;
}

const char *content_words_list(rung_arena *arena, const content_words *words, unsigned bits,
                               const char *last)
{
    const char *list = "";
    size_t left = 0;
    for (size_t i = 0; i < words->count; i++)
        left += (bits >> i) & 1;
    for (size_t i = 0; i < words->count; i++) {
        if (!((bits >> i) & 1))
            continue;
        left--;
        const char *joint = left == 0 ? "" : left == 1 ? last : ", ";
        list = rung_format(arena, "%s%s%s", list, words->at[i].at, joint);
    }
    return list;
}
