/** As government sites set such a report on the screen; on paper as GB/T 9704 sets official documents. Fonts are the reader's own. */
const rules = `
:root{--body:"仿宋_GB2312",FangSong_GB2312,FangSong,STFangsong,"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;--head:SimHei,"Heiti SC","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif;--second:"楷体_GB2312",KaiTi_GB2312,KaiTi,STKaiti,"Noto Serif CJK SC","Source Han Serif SC",serif;--title:"方正小标宋简体",FZXiaoBiaoSong-B05S,STZhongsong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;--line:#333;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#111;font:18px/1.9 var(--body);-webkit-text-size-adjust:100%;text-size-adjust:100%}
main{max-width:980px;margin:0 auto;padding:44px clamp(16px,5vw,60px) 72px}
h1,.opening{margin:0;text-align:center;text-wrap:balance;font:700 1.55em/1.5 var(--title)}
h1{margin-bottom:1.3em}
h2,h3,h4,p{margin:.35em 0;text-indent:2em;text-align:justify;overflow-wrap:anywhere}
h2{margin-top:1.3em;font:700 1.06em/1.7 var(--head)}
h3{font:700 1em/1.8 var(--second)}
h4{font:700 1em/1.8 var(--body)}
p.opening,p.signature{text-indent:0}
p.signature{margin:0;padding-right:3em;text-align:right}
p:not(.signature)+p.signature,.frame+p.signature{margin-top:2em}
.frame{margin:.8em 0 1.2em;overflow-x:auto}
.frame:focus-visible{outline:2px solid #005fb8;outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:1.4}
.form{table-layout:fixed}
.form1,.plain{font-size:16px}
.form3{min-width:720px}
.form0{min-width:660px}
td,th{height:2em;padding:.3em .35em;border:1px solid var(--line);font-weight:400;text-align:center;overflow-wrap:anywhere}
.form1 .columnGroup{font-family:var(--head)}
.form3 .row,.form3 .rowGroup,.form3 .note{text-align:left}
.value{font-family:"Times New Roman","Liberation Serif",var(--body);font-variant-numeric:tabular-nums}
.form0 td,.form0 th,.form3 .column{padding-inline:.15em;text-wrap:balance}
.form3 .label0{width:7.5%}
.form3 .label1{width:11%}
.form3 .label2{width:28%}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@media print{body{font-size:16pt;line-height:28.9pt}main{max-width:none;padding:0}h1,.opening{font-size:22pt;line-height:36pt}h2{font-size:16pt;line-height:28.9pt}.frame{overflow:visible}table{font-size:9pt}.form1,.plain{font-size:12pt}.form3,.form0{min-width:0}td,th{height:auto;border-color:#000}tr,.form0,.form1{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`;

/** On one line and between the marks of a comment, which a style sheet may have and our own reader of drafts passes over. */
export const style = `\n<!--${rules.replaceAll("\n", "")}-->\n`;

/** Of `style`, SHA-256 in Base64: the page lets in no other. Test: unit/export, “the policy …”. */
export const styleDigest = "euyDKtbMxiAJgXpEUkjJggwvHFSze+B9NUMFjfVR70k=";
