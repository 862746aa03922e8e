#include "store/shim.h"

#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static struct {
    shim_fault fault;
    bool armed, struck;
    long live_blocks, temporary_files;
    bool same_random;
    long interrupt_after;
    void (*interrupt)(void *ctx);
    void *interrupt_ctx;
    sqlite3_vfs vfs, *real_vfs;
    sqlite3_mem_methods real_memory;
} shim;

void shim_arm(shim_fault fault)
{
    shim.fault = fault;
    shim.armed = true;
    shim.struck = false;
}

bool shim_disarm(void)
{
    shim.armed = false;
    return shim.struck;
}

void shim_interrupt(long after, void (*call)(void *ctx), void *ctx)
{
    shim.interrupt_after = after;
    shim.interrupt = call;
    shim.interrupt_ctx = ctx;
}

bool shim_interrupted(void)
{
    bool interrupted = !shim.interrupt;
    shim.interrupt = NULL;
    return interrupted;
}

static bool strikes(unsigned call)
{
    if (!shim.armed || !(shim.fault.calls & call))
        return false;
    if (shim.struck)
        return shim.fault.stays;
    if (shim.fault.after-- > 0)
        return false;
    return shim.struck = true;
}

/* --- Files ----------------------------------------------------------------------------------- */

typedef struct shim_file {
    sqlite3_file base;
    sqlite3_file *real; /* lies behind this struct */
} shim_file;

#define REAL(file)          (((shim_file *)(file))->real)
#define DO(file, call, ...) (REAL(file)->pMethods->call(REAL(file), __VA_ARGS__))

static int shim_close(sqlite3_file *f)
{
    return REAL(f)->pMethods->xClose(REAL(f));
}

static int shim_read(sqlite3_file *f, void *at, int size, sqlite3_int64 offset)
{
    return strikes(SHIM_READ) ? SQLITE_IOERR_READ : DO(f, xRead, at, size, offset);
}

/* A write that fails has written a part: that is what disks do. */
static int shim_write(sqlite3_file *f, const void *at, int size, sqlite3_int64 offset)
{
    if (!strikes(SHIM_WRITE))
        return DO(f, xWrite, at, size, offset);
    (void)DO(f, xWrite, at, size / 2, offset);
    return shim.fault.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int shim_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    bool fails = !shim.fault.full && strikes(SHIM_WRITE); /* a full disk can still shrink files */
    return fails ? SQLITE_IOERR_TRUNCATE : DO(f, xTruncate, size);
}

static int shim_sync(sqlite3_file *f, int flags)
{
    return strikes(SHIM_SYNC) ? SQLITE_IOERR_FSYNC : DO(f, xSync, flags);
}

static int shim_size(sqlite3_file *f, sqlite3_int64 *out)
{
    return DO(f, xFileSize, out);
}

static int shim_lock(sqlite3_file *f, int level)
{
    void (*interrupt)(void *ctx) = shim.interrupt;
    if (interrupt && level == SQLITE_LOCK_SHARED && shim.interrupt_after-- == 0) {
        shim.interrupt = NULL;
        interrupt(shim.interrupt_ctx);
    }
    return DO(f, xLock, level);
}

static int shim_unlock(sqlite3_file *f, int level)
{
    return DO(f, xUnlock, level);
}

static int shim_check_reserved(sqlite3_file *f, int *out)
{
    return DO(f, xCheckReservedLock, out);
}

static int shim_control(sqlite3_file *f, int what, void *arg)
{
    return DO(f, xFileControl, what, arg);
}

static int shim_sector(sqlite3_file *f)
{
    return REAL(f)->pMethods->xSectorSize(REAL(f));
}

static int shim_device(sqlite3_file *f)
{
    return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f));
}

static int shim_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return DO(f, xShmMap, page, size, extend, out);
}

static int shim_shm_lock(sqlite3_file *f, int offset, int count, int flags)
{
    return DO(f, xShmLock, offset, count, flags);
}

static void shim_shm_barrier(sqlite3_file *f)
{
    REAL(f)->pMethods->xShmBarrier(REAL(f));
}

static int shim_shm_unmap(sqlite3_file *f, int delete_it)
{
    return DO(f, xShmUnmap, delete_it);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_check_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_device,
    .xShmMap = shim_shm_map,
    .xShmLock = shim_shm_lock,
    .xShmBarrier = shim_shm_barrier,
    .xShmUnmap = shim_shm_unmap,
};

static int shim_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *f, int flags, int *out)
{
    (void)vfs;
    shim_file *file = (shim_file *)f;
    file->real = (sqlite3_file *)(file + 1);
    shim.temporary_files += !name;
    int code = shim.real_vfs->xOpen(shim.real_vfs, name, file->real, flags, out);
    file->base.pMethods = file->real->pMethods ? &methods : NULL;
    return code;
}

static int shim_randomness(sqlite3_vfs *vfs, int size, char *out)
{
    (void)vfs;
    if (!shim.same_random)
        return shim.real_vfs->xRandomness(shim.real_vfs, size, out);
    memset(out, 42, (size_t)size);
    return size;
}

void shim_same_random(bool on)
{
    shim.same_random = on;
    sqlite3_randomness(0, NULL); /* it is seeded again at the next call */
}

/* --- Memory ---------------------------------------------------------------------------------- */

static void *shim_malloc(int size)
{
    return strikes(SHIM_MEMORY) ? NULL : shim.real_memory.xMalloc(size);
}

static void *shim_realloc(void *at, int size)
{
    return strikes(SHIM_MEMORY) ? NULL : shim.real_memory.xRealloc(at, size);
}

static void *hook_resize(void *ctx, void *at, size_t size)
{
    (void)ctx;
    if (!size) {
        shim.live_blocks -= at != NULL;
        free(at);
        return NULL;
    }
    if (strikes(SHIM_HOOK))
        return NULL;
    void *grown = realloc(at, size);
    shim.live_blocks += !at && grown;
    return grown;
}

const rung_memory shim_memory = {hook_resize, NULL};

long shim_live_blocks(void)
{
    return shim.live_blocks;
}

long shim_temporary_files(void)
{
    return shim.temporary_files;
}

void shim_install(void)
{
    int code = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &shim.real_memory);
    sqlite3_mem_methods memory = shim.real_memory;
    memory.xMalloc = shim_malloc;
    memory.xRealloc = shim_realloc;
    code |= sqlite3_config(SQLITE_CONFIG_MALLOC, &memory);
    code |= sqlite3_initialize();
    shim.real_vfs = sqlite3_vfs_find(NULL);
    shim.vfs = *shim.real_vfs;
    shim.vfs.zName = "shim";
    shim.vfs.pNext = NULL;
    shim.vfs.szOsFile += (int)sizeof(shim_file);
    shim.vfs.xOpen = shim_open;
    shim.vfs.xRandomness = shim_randomness;
    code |= sqlite3_vfs_register(&shim.vfs, 1);
    assert(code == SQLITE_OK);
    (void)code;
}
