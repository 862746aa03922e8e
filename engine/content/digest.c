#include "content/content.h"

#include <stdint.h>
#include <sys/types.h>

#include <sha256.h>

rung_digest rung_digest_of(rung_text bytes)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t raw[SHA256_DIGEST_LENGTH];
    SHA256_CTX context;
    rung_digest digest = {{0}};

    SHA256Init(&context);
    if (bytes.size)
        SHA256Update(&context, (const uint8_t *)bytes.at, bytes.size);
    SHA256Final(raw, &context);
    for (size_t i = 0; i < sizeof raw; i++) {
        digest.hex[2 * i] = digits[raw[i] >> 4];
        digest.hex[2 * i + 1] = digits[raw[i] & 15];
    }
    return digest;
}
