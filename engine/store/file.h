/* file: the store's file and its folders, before SQLite sees them. Private to this folder. */
#ifndef RUNG_STORE_FILE_H
#define RUNG_STORE_FILE_H

#include "base/base.h"

typedef enum store_file_kind {
    STORE_FILE_MISSING,
    STORE_FILE_EMPTY,
    STORE_FILE_REGULAR,
    STORE_FILE_OTHER, /* a folder, symbolic link, FIFO or device: never opened */
} store_file_kind;

/* What lies at `path`; a symbolic link is not followed. */
rung_status store_file_look(const char *path, store_file_kind *out);

/* Makes an empty file 0600, and the folders that are missing 0700, whatever the umask. A file that
 * is there by then is left alone. */
rung_status store_file_create(const rung_memory *memory, const char *path);

/* An empty file that lies there already becomes 0600 before anything private is written to it. */
rung_status store_file_adopt(const char *path);

/* What can be done with the file. */
typedef struct store_place {
    bool file_writable;
    bool folder_writable; /* the journal is made there */
    bool journal;         /* there is one, with something in it */
    bool shared_memory;   /* there is a file of it: WAL journals are read with its help */
} store_place;
rung_status store_file_survey(const rung_memory *memory, const char *path, store_place *out);

/* What an errno means for the file. */
rung_status store_file_status(int error);

#endif
