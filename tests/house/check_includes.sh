#!/usr/bin/env bash
# The levels of engine/README.md hold: a folder includes only headers of folders that it may know,
# another folder only through its public header, and each outside library in its one folder.
# usage: check_includes.sh REPOSITORY
set -u
cd "$1" || exit 1

# folder: folders it may know (besides itself)
knows() {
    case $1 in
    base) echo ;;
    json | expr | pdf) echo base ;;
    content) echo base expr ;;
    schema) echo base json expr content ;;
    answers) echo base expr content ;;
    interview | scoring | carry) echo base expr content answers ;;
    prefill) echo base expr content answers carry ;;
    compare) echo base expr content answers carry scoring ;;
    proof | plan | counterfactual) echo base expr content answers scoring ;;
    quick) echo base expr content answers interview scoring ;;
    report) echo base json expr content answers carry scoring compare counterfactual pdf plan ;;
    store) echo base expr content ;;
    session) echo base expr content answers carry interview store ;;
    cli) echo base json expr content schema answers carry interview prefill scoring compare counterfactual proof quick plan report store session ;;
    *) return 1 ;;
    esac
}

# outside header: the files that may include it
owner() {
    case $1 in
    yaml.h) echo 'engine/content/yaml.c' ;;
    sha256.h) echo 'engine/content/digest.c' ;;
    sqlite3.h) echo 'engine/store/' ;;
    jansson.h) echo 'engine/json/read.c' ;;
    cairo* | pango/*) echo 'engine/pdf/cairo.c' ;;
    utf8proc.h) echo 'engine/base/utf8.c' ;;
    readline/*) echo 'cli/line_editor.c' ;;
    *) return 1 ;;
    esac
}

bad=0
complain() {
    printf '%s\n' "$*"
    bad=1
}

checked=0
for file in engine/*/*.[ch] cli/*.[ch]; do
    folder=$(basename "$(dirname "$file")")
    allowed=" $folder $(knows "$folder") " || complain "$file: no row for folder $folder"
    while read -r header; do
        checked=$((checked + 1))
        other=${header%%/*}
        if place=$(owner "$header"); then
            case $file in
            "$place"*) ;;
            *) complain "$file includes <$header>, which belongs to $place" ;;
            esac
        elif [ -d "engine/$other" ]; then
            case $allowed in
            *" $other "*) ;;
            *) complain "$file includes \"$header\": $folder may not know $other" ;;
            esac
            if [ "$other" != "$folder" ] && [ "$header" != "$other/$other.h" ]; then
                complain "$file includes \"$header\", which is private to $other"
            fi
        fi
    done < <(sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]([^>"]+)[>"].*/\1/p' "$file")
done
[ "$checked" -gt 100 ] || complain "only $checked includes were found: is this the repository?"

# The link lines of CMake say the same as the table.
for folder in engine/*/; do
    folder=$(basename "$folder")
    linked=$(tr '\n' ' ' <"engine/$folder/CMakeLists.txt" |
        sed -nE 's/.*KNOWS ([^)]*)\).*/\1/p' | sed -E 's/OUTSIDE.*//')
    for other in $linked; do
        case " $(knows "$folder") " in
        *" $other "*) ;;
        *) complain "engine/$folder/CMakeLists.txt links $other, which $folder may not know" ;;
        esac
    done
done
exit $bad
