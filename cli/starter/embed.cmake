# Makes a text into C: cmake -D IN=file -D OUT=file.c -D NAME=symbol -P embed.cmake
file(READ ${IN} bytes HEX)
string(REGEX REPLACE "(................................)" "\\1\n   " bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" " 0x\\1," bytes "${bytes}")
get_filename_component(from ${IN} NAME)
file(WRITE ${OUT}
  "/* From ${from}. */\n#include \"starter.h\"\n\n"
  "const unsigned char ${NAME}[] = {\n   ${bytes}\n};\n"
  "const size_t ${NAME}_size = sizeof(${NAME});\n")
