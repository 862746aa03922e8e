/* Permissions are about privacy: answers are personal, so nobody else may ever read the file, not
 * even in the moment between its making and a chmod. */
#include "store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

rung_status store_file_status(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return RUNG_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
        return RUNG_READ_ONLY;
    case ENOMEM:
        return RUNG_NO_MEMORY;
    default:
        return RUNG_IO;
    }
}

static bool is_allowed(const char *path, int what)
{
    return faccessat(AT_FDCWD, path, what, AT_EACCESS) == 0;
}

rung_status store_file_look(const char *path, store_file_kind *out)
{
    struct stat st;
    if (lstat(path, &st) != 0) {
        if (errno != ENOENT && errno != ENOTDIR)
            return errno == ENOMEM ? RUNG_NO_MEMORY : RUNG_IO;
        *out = STORE_FILE_MISSING;
    } else if (!S_ISREG(st.st_mode)) {
        *out = STORE_FILE_OTHER;
    } else if (!is_allowed(path, R_OK)) {
        return RUNG_IO;
    } else {
        *out = st.st_size == 0 ? STORE_FILE_EMPTY : STORE_FILE_REGULAR;
    }
    return RUNG_OK;
}

/* `head`, then `tail`, in a new string; NULL if memory has run out. */
static char *join(const rung_memory *memory, rung_text head, const char *tail)
{
    size_t size = strlen(tail) + 1;
    char *joined = rung_resize(memory, NULL, head.size + size);
    if (joined) {
        memcpy(joined, head.at, head.size);
        memcpy(joined + head.size, tail, size);
    }
    return joined;
}

/* The folder part: "a/b" of "a/b/c", "/" of "/c", and "" of "c". */
static rung_text folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return (rung_text){path, 0};
    return (rung_text){path, slash == path ? 1 : (size_t)(slash - path)};
}

/* So that a power cut does not lose the name of what was made in it. Best effort: some file
 * systems cannot do it, and then have no need to. */
static void sync_folder(const char *path)
{
    int fd = open(*path ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        (void)close(fd);
    }
}

static rung_status make_folder(char *path)
{
    struct stat st;
    if (stat(path, &st) == 0)
        return RUNG_OK;
    if (mkdir(path, 0700) != 0)
        return errno == EEXIST ? RUNG_OK : store_file_status(errno);
    if (chmod(path, 0700) != 0)
        return store_file_status(errno);
    char *slash = strrchr(path, '/');
    if (slash && slash != path) {
        *slash = '\0';
        sync_folder(path);
        *slash = '/';
    }
    return RUNG_OK;
}

/* Makes what is missing of `folder`, from the left. */
static rung_status make_folders(char *folder)
{
    rung_status status = RUNG_OK;
    for (char *at = folder + 1; *folder && *at && status == RUNG_OK; at++) {
        if (*at != '/')
            continue;
        *at = '\0';
        status = make_folder(folder);
        *at = '/';
    }
    return status == RUNG_OK && *folder ? make_folder(folder) : status;
}

/* Closed before SQLite opens the file: closing any descriptor of it drops the locks that this
 * process holds on it. */
static rung_status make_private(int fd)
{
    rung_status status = fchmod(fd, 0600) == 0 ? RUNG_OK : store_file_status(errno);
    if (close(fd) != 0 && status == RUNG_OK)
        status = store_file_status(errno);
    return status;
}

static rung_status make_file(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno == EEXIST ? RUNG_OK : store_file_status(errno);
    return make_private(fd);
}

rung_status store_file_adopt(const char *path)
{
    int fd = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    return fd < 0 ? store_file_status(errno) : make_private(fd);
}

rung_status store_file_create(const rung_memory *memory, const char *path)
{
    char *folder = join(memory, folder_of(path), "");
    if (!folder)
        return RUNG_NO_MEMORY;
    rung_status status = make_folders(folder);
    if (status == RUNG_OK)
        status = make_file(path);
    if (status == RUNG_OK)
        sync_folder(folder);
    rung_resize(memory, folder, 0);
    return status;
}

/* Bytes of the file `path` + `ending`, with `at` as room for its name; -1 if there is none. */
static off_t size_beside(char *at, const char *path, const char *ending)
{
    struct stat st;
    strcpy(at, path);
    strcat(at, ending);
    return stat(at, &st) == 0 ? st.st_size : -1;
}

rung_status store_file_survey(const rung_memory *memory, const char *path, store_place *out)
{
    char *beside = join(memory, rung_text_of(path), "-journal"); /* the longest */
    char *folder = join(memory, folder_of(path), "");
    if (beside && folder)
        *out = (store_place){
            .file_writable = is_allowed(path, W_OK),
            .folder_writable = is_allowed(*folder ? folder : ".", W_OK | X_OK),
            .journal =
                size_beside(beside, path, "-wal") > 0 || size_beside(beside, path, "-journal") > 0,
            .shared_memory = size_beside(beside, path, "-shm") >= 0,
        };
    rung_status status = beside && folder ? RUNG_OK : RUNG_NO_MEMORY;
    rung_resize(memory, beside, 0);
    rung_resize(memory, folder, 0);
    return status;
}
