// A correct and finished report of any length: the official form filled in by machine, with prose that nobody wrote twice.

/** Cells that are not 0: nine applications of natural persons, all granted. */
const counts = new Map(["received", "granted", "handledTotal"].flatMap((row) => ["naturalPerson", "total"].map((column) => [`applications/${row}/${column}`, "9"])));
const values = { get: (key) => counts.get(key) ?? "0" };

const fields = ["教育", "卫生健康", "住房保障", "社会救助", "生态环境", "食品药品", "乡村振兴", "交通运输", "公共文化", "财政预算", "养老服务", "城市管理", "安全生产"];
const means = ["通过政府门户网站", "借助政务新媒体", "在政务服务大厅", "利用村（社区）公开栏", "依托档案馆和图书馆"];
const works = ["落实专人负责，严格执行先审后发", "及时更新栏目内容，回应群众关切", "修订公开指南，完善目录", "组织业务培训，开展日常巡查", "规范办理程序，提高答复质量", "公布重点事项，接受社会监督", "加强解读，用图表说明政策"];

function paragraph(i) {
  return `${fields[i % fields.length]}领域${works[i % works.length]}，${means[i % means.length]}公开信息 ${i + 3} 条，比计划多 ${(i % 9) + 1} 条。\n\n`;
}

/** Of about so many bytes in UTF-8, at least the form and a sentence in each chapter; the prose is in the first. */
export function correctReport({ writeFilledReport }, bytes, year = 2024) {
  const { text } = writeFilledReport({ organ: "云溪县人民政府", year, values, remarks: new Map() });
  const form = text
    .replace(/【待填写】[^\n]*/, "云溪县人民政府推进政府信息公开工作，依法答复申请人。")
    .replace(/【待填写】[^\n]*信息处理费[^\n]*/, "本年度没有收取信息处理费。")
    .replace(/【待填写】[^\n]*/g, "本章没有需要另行说明的情况。");
  let prose = "";
  for (let i = 0, missing = bytes - Buffer.byteLength(form); missing > 0; i++) {
    prose += paragraph(i);
    missing -= Buffer.byteLength(paragraph(i));
  }
  return form.replace("## 二、", `${prose}## 二、`);
}
