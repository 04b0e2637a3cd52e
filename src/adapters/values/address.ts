/** Province and city of an address, '' where it does not say. */
export interface Place {
  readonly province: string;
  readonly city: string;
}

const municipalities = ['北京', '天津', '上海', '重庆'];
const provinceNames = [
  ...municipalities,
  ...'河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门'.split(
    ' ',
  ),
  '海外',
];
const endings = /(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/;

/**
 * The short official name of a province, so that 广东 and 广东省, 广西 and 广西壮族自治区 are one; null for a word that is
 * no province. 海外 stands for addresses abroad.
 */
export function provinceName(word: string): string | null {
  const short = word.normalize('NFKC').trim().replace(endings, '');
  return provinceNames.includes(short) ? short : null;
}

/**
 * The city, in the words of the address (`广州市`, `恩施土家族苗族自治州`); a municipality is its own city, by its short name.
 * '' for `null`, 其它 and the like. Counties directly under a province are their own city.
 */
export function cityName(province: string, second: string, third: string): string {
  if (municipalities.includes(province)) return province;
  const word = /^(?:省|自治区)直辖/.test(second) ? third : second;
  return /^(?:null|-+|—+|其它.*|其他.*|无|\*+)?$/i.test(word) ? '' : word;
}

/**
 * Where an address is: `四川省 成都市 其它区 示例街333号(610041)`, a municipality once or twice (`重庆 重庆市 南岸区`), a
 * province alone, or all in one cell (`姓名，86-手机，省 市 区 详址 ，`): the part whose first word is a province counts.
 */
export function placeOf(address: string): Place {
  for (const part of address.split(/[，,]/)) {
    const [first = '', ...rest] = part.trim().split(/\s+/);
    const province = provinceName(first);
    if (province === null) continue;
    const doubled = rest[0] !== undefined && provinceName(rest[0]) === province && !municipalities.includes(province);
    const [second = '', third = ''] = doubled ? rest.slice(1) : rest;
    return { province, city: cityName(province, second, third) };
  }
  return { province: '', city: '' };
}
