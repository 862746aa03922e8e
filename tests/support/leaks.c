/* For sanitized programs that make PDFs. fontconfig keeps 288 bytes of its own when it has read its
 * configuration, and has lost where they are: once a process, however many PDFs it makes.
 * Everything else that a PDF takes is given back. */

const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so\n";
}

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
