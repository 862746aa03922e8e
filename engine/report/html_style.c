/* How the page looks: on a phone, on a desk, in the dark and on paper. Colours have a contrast of
 * at least 4.5 to their ground where they are letters, and 3 where they are shapes. */
#include "report/html.h"

#include <stddef.h>

const char *const report_html_style[] = {
    ":root{color-scheme:light dark;--ground:#fcfbf8;--sheet:#fff;--ink:#20262b;--quiet:#566069;"
    "--line:#ddd9d0;--track:#ece9e2;--have:#17645c;--lack:#a34a1c;--focus:#0b57d0;"
    "--serif:Charter,'Bitstream Charter','Iowan Old Style','Source Serif 4',Cambria,Georgia,serif;"
    "--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif}\n",
    "@media (prefers-color-scheme:dark){:root{--ground:#15191c;--sheet:#1c2125;--ink:#e9e7e2;"
    "--quiet:#a7b0b7;--line:#363e44;--track:#2b3237;--have:#63c2b5;--lack:#e6996a;"
    "--focus:#8ab4f8}}\n",
    "*{box-sizing:border-box}\n",
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n",
    "body{margin:0 auto;max-width:64rem;padding:1.5rem min(1rem,5vw) 4rem;background:var(--ground);"
    "color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:break-word}\n",
    "h1,h2,h3,p,ol,ul,dl,dd,figure,table{margin:0;padding:0}\n",
    "ol,ul{list-style:none}\n",
    "h1{font:600 1.15rem/1.3 var(--sans)}\n",
    "h2{font:600 1.35rem/1.3 var(--serif);margin-bottom:.75rem}\n",
    "header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;"
    "align-items:baseline;border-bottom:1px solid var(--line);padding-bottom:.75rem}\n",
    ".aside{color:var(--quiet);font-weight:400;font-size:.9375rem}\n",
    "main{display:grid;gap:0 3rem;grid-template-columns:minmax(0,1fr)}\n",
    "section{padding-top:2.25rem;min-width:0}\n",
    "section>p{max-width:44rem}section>*+*{margin-top:.75rem}\n",
    ".first{padding-top:1.75rem}.first>*+*{margin-top:1.5rem}\n",
    ".story{font:400 1.5rem/1.35 var(--serif);text-wrap:pretty}\n",
    /* Pictures */
    "figure{max-width:44rem}\n",
    "figcaption{font-weight:600;font-size:.9375rem;color:var(--quiet);margin-bottom:.25rem}\n",
    "svg{display:block;overflow:visible}\n",
    "svg text{font:14px/1 var(--sans);fill:var(--ink)}\n",
    "svg .band{font-size:13px}svg .strong{font-weight:700}svg "
    ".quiet{font-size:13px;fill:var(--quiet)}"
    "svg .figure{font-variant-numeric:tabular-nums}\n",
    /* Labels are drawn to measure, as on a map; the table below them takes any letters. */
    "svg text{letter-spacing:normal!important;word-spacing:normal!important}"
    "@media (max-width:359px){svg text{font-size:12px}svg .quiet,svg .band{font-size:11px}}\n",
    "svg .points{font:600 28px/1 var(--serif)}\n",
    "svg .track{fill:var(--track)}svg .sure{fill:var(--have)}svg .stripe{fill:var(--have)}"
    "svg .possible{stroke:var(--have);stroke-width:1px}\n",
    ".lack .sure,.lack .stripe{fill:var(--lack)}.lack .possible{stroke:var(--lack)}\n",
    "svg .tick{stroke:var(--ink);stroke-width:1px}"
    "\n",
    ".key{display:flex;flex-wrap:wrap;gap:0 1.25rem;font-size:.8125rem;color:var(--quiet)}"
    ".key span{display:inline-flex;align-items:center;gap:.4rem}\n",
    "details{margin-top:.25rem;font-size:.875rem}summary{color:var(--quiet);cursor:pointer;"
    "padding:.25rem 0;width:fit-content}summary:hover{color:var(--ink)}\n",
    ":focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}\n",
    ".table{overflow-x:auto}table{border-collapse:collapse;margin-top:.25rem}"
    "caption{text-align:left;font-weight:600;padding-bottom:.25rem}"
    "th,td{text-align:left;vertical-align:top;font-weight:400;padding:.3rem 1.25rem .3rem 0;"
    "border-bottom:1px solid var(--line)}"
    "thead th{color:var(--quiet)}.figure{text-align:right;font-variant-numeric:tabular-nums}"
    ".current>*{font-weight:700}\n",
    /* Lists */
    "dt{color:var(--quiet);font-size:.875rem}dd{margin:0 0 .5rem}dl>div:last-child>dd{margin:0}\n",
    "dd ol{counter-reset:step}dd li{padding-left:1.4em;text-indent:-1.4em}"
    "dd ul>li::before{content:'•';display:inline-block;width:1.4em;text-indent:0}"
    "dd ol>li::before{counter-increment:step;content:counter(step) '.';display:inline-block;"
    "width:1.4em;text-indent:0}\n",
    ".first>dl{display:grid;gap:1rem 2rem;border-top:1px solid var(--line);padding-top:1rem}"
    ".first dt{font:600 1.125rem/1.4 var(--serif);color:var(--ink)}\n",
    ".title{font:600 1rem/1.4 var(--sans)}.number{color:var(--quiet);font-weight:400}\n",
    ".items{display:grid;gap:.75rem 3rem}.items>li{padding-left:1.5rem;min-width:0}ol.items>li{"
    "padding-left:2rem}.items .number{float:left;width:1.5rem;margin-left:-1.5rem;white-space:"
    "nowrap}ol.items .number{width:2rem;margin-left:-2rem}\n",
    ".cards{display:grid;gap:1rem;align-items:start}"
    ".cards>li{background:var(--sheet);border:1px solid var(--line);border-radius:8px;"
    "padding:1rem 1.25rem;min-width:0}.cards>li>*+*{margin-top:.5rem}\n",
    "@media (min-width:28rem){.cards dl>div{display:grid;gap:0 .75rem;"
    "grid-template-columns:5.75rem minmax(0,1fr)}}\n",
    "@media (min-width:40rem){body{padding:2.5rem 2rem 5rem}.story{font-size:1.75rem}"
    "section>dl>div{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 1rem}"
    ".first>dl{grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}"
    ".first>dl>div{display:block}}\n",
    "@media (min-width:60rem){main{grid-template-columns:repeat(2,minmax(0,1fr))}"
    "section:not(.half){grid-column:1/-1}.cards,.items{grid-template-columns:repeat(2,minmax(0,1fr)"
    ")}}\n",
    /* Paper */
    "@page{margin:9mm 11mm 12mm;@bottom-right{content:counter(page) ' / ' counter(pages);"
    "font:8pt sans-serif;color:#444}}\n",
    "@media print{:root{color-scheme:light;--ground:#fff;--sheet:#fff;--ink:#000;--quiet:#444;"
    "--line:#bbb;--track:#e8e8e8;--have:#17645c;--lack:#a34a1c;"
    "--sans:'Helvetica Neue',Arial,'Liberation Sans','Noto Sans',sans-serif}\n",
    "html{font-size:11px;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "body{max-width:none;padding:0;line-height:1.25}details{display:none}\n",
    "main{display:block;columns:2;column-gap:2rem}.first{column-span:all}"
    "section{padding-top:1rem}section>p,figure{max-width:none}figure{zoom:.76}"
    "figcaption,.key{font-size:1.2em}"
    "section>*+*{margin-top:.4rem}\n",
    "section>h2{margin-bottom:.4rem}\n",
    ".story{font-size:1.6rem}.first>*+*{margin-top:.75rem}.first>dl{padding-top:.75rem;"
    "grid-template-columns:repeat(auto-fit,minmax(14rem,1fr))}\n",
    ".cards,.items{display:block}.items>li{padding-bottom:.15rem}"
    ".cards>li{border:0;border-top:1px solid var(--line);border-radius:0;padding:.25rem 0}"
    ".cards>li>*+*{margin-top:.1rem}.cards dl>div{display:grid;gap:0 .5rem;"
    "grid-template-columns:5rem minmax(0,1fr)}section>dl>div{display:grid;gap:0 .5rem;"
    "grid-template-columns:8rem minmax(0,1fr)}.first>dl>div{display:block}\n",
    ".minor{display:none!important}.cards .brief .title,.cards .brief dl,.cards .brief "
    "dl>div,.brief dt,.brief dd{display:inline}"
    ".brief dt::after{content:': '}.brief dd::after{content:' '}\n",
    "dd,dt{font-size:1em;margin-bottom:0}li,dl>div,figure,tr,svg,.story{break-inside:avoid}"
    "h1,h2,h3,.title:not(:last-child),p:has(+figure){break-after:avoid}p{orphans:3;widows:3}}\n",
    NULL,
};
