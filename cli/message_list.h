/* RG095: what `rung check` finds around the files. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(NAMED_WRONGLY, "RG0951", ERROR, "the file is named %s.yaml and is not found by this id",
     "name the file like its id",
     "Roles are looked for by file name: rules/ID.yaml and questionnaires/ID.yaml. Under another "
     "name the file is there, and yet nobody finds it.",
     "the rules",
     "id: coffee-house   # in the file cafe.yaml",
     "id: cafe           # in the file cafe.yaml")

KIND(NO_QUESTIONNAIRE, "RG0952", ERROR, "there is no questionnaire `%s`",
     "put it into questionnaires/ID.yaml beside the rules' folder, or correct the name",
     "Rules score the answers to a questionnaire, which they name. It is neither among the files "
     "that are checked nor where questionnaires are looked for, so only a part can be checked.",
     "the rules",
     "questionnaire: caffe",
     "questionnaire: cafe")
