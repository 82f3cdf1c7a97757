/** What the name of an organ tells of its level, its place and its kind. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readOrgan, type Organ } from "../../server/src/core/report/organ.js";

type Told = readonly [kind: Organ["kind"], level?: Organ["level"], region?: string | undefined, unit?: string];

const names: Readonly<Record<string, Told>> = {
  云溪县: ["government", "county", "县"],
  云溪县人民政府: ["government", "county", "县"],
  云岭自治县人民政府: ["government", "county", "县"],
  东原旗: ["government", "county", "旗"],
  福阳市晋平区人民政府: ["government", "county", "区"],
  市中区: ["government", "county", "区"],
  赣阳市: ["government", undefined, "市"],
  赣阳市瑞原市: ["government", "county", "市"],
  延吉州人民政府: ["government", "prefecture", "州"],
  云山地区: ["government", "prefecture", "区"],
  北林盟: ["government", "prefecture", "盟"],
  江原省人民政府: ["government", "province", "省"],
  西部自治区: ["government", "province", "自治区"],
  上海市: ["government", "province", "市"],
  上海市黄浦区: ["government", undefined, "区"],
  太平镇: ["township", undefined, "镇"],
  云溪县太平镇人民政府: ["township", undefined, "镇"],
  朔原市云平区陶家乡人民政府: ["township", undefined, "乡"],
  城关街道: ["township", undefined, "街道"],
  城关街道办事处: ["township", undefined, "街道"],
  兴隆办事处: ["township", undefined, "办事处"],
  白音苏木: ["township", undefined, "苏木"],
  云溪县财政局: ["department", undefined, "县", "局"],
  云溪县市场监督管理局: ["department", undefined, "县", "局"],
  赣阳市水利局: ["department", undefined, "市", "局"],
  福阳市晋平区住房和城乡建设局: ["department", undefined, "区", "局"],
  江原省水利厅: ["department", undefined, "省", "厅"],
  云溪县发展和改革委员会: ["department", undefined, "县", "委"],
  云溪县卫健委: ["department", undefined, "县", "委"],
  财政局: ["department", undefined, undefined, "局"],
  市场监督管理局: ["department", undefined, undefined, "局"],
  赣阳市社区服务中心: ["department", undefined, "市", "中心"],
  云溪县人民政府办公室: ["office", undefined, "县", "办"],
  赣阳市人民政府办公厅: ["office", undefined, "市", "办"],
  国家税务总局云溪县税务局: ["vertical", undefined, undefined, "局"],
  云溪县气象局: ["vertical", undefined, undefined, "局"],
  云溪经济技术开发区管理委员会: ["zone"],
  云海高新区: ["zone"],
  平海综合实验区: ["zone"],
  天滨新区: ["zone"],
  南山风景名胜区管理局: ["zone"],
};

describe("the name of an organ", () => {
  for (const [name, [kind, level, region, unit]] of Object.entries(names)) {
    test(name, () => assert.deepEqual(readOrgan(name), { name, kind, level, region, unit }));
  }

  test("that says nothing is none", () => {
    for (const name of ["", "县", "本机关", "2024", "政府信息公开"]) assert.equal(readOrgan(name), undefined, name);
  });
});
