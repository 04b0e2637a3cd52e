import { type Random, runningTotal } from '../util/random.js';
import type { Destination } from './order.js';

/** Province, share of the parcels, and cities with their districts and zip. Municipalities repeat their name. */
const places: readonly (readonly [province: string, weight: number, cities: readonly string[]])[] = [
  ['广东省', 112, ['广州市 越秀区 510180', '深圳市 南山区 518052', '东莞市 null 523000', '佛山市 禅城区 528000']],
  ['江苏省', 96, ['南京市 鼓楼区 210009', '苏州市 姑苏区 215000', '无锡市 梁溪区 214000', '苏州市 昆山市 215300']],
  ['浙江省', 92, ['杭州市 西湖区 310012', '宁波市 鄞州区 315040', '温州市 鹿城区 325000']],
  ['上海', 88, ['上海市 徐汇区 200030', '上海市 浦东新区 200120', '上海市 闵行区 201100']],
  ['山东省', 66, ['济南市 历下区 250014', '青岛市 市南区 266071', '烟台市 芝罘区 264001']],
  ['北京', 62, ['北京市 海淀区 100080', '北京市 朝阳区 100020', '北京市 通州区 101100']],
  ['四川省', 54, ['成都市 武侯区 610041', '成都市 其它区 610000', '绵阳市 涪城区 621000']],
  ['福建省', 50, ['福州市 鼓楼区 350001', '厦门市 思明区 361004', '泉州市 丰泽区 362000']],
  ['河南省', 46, ['郑州市 金水区 450003', '洛阳市 涧西区 471003']],
  ['湖北省', 44, ['武汉市 洪山区 430070', '宜昌市 西陵区 443000', '仙桃市 null 433000']],
  ['湖南省', 40, ['长沙市 岳麓区 410006', '株洲市 天元区 412007']],
  ['河北省', 36, ['石家庄市 长安区 050011', '保定市 莲池区 071000']],
  ['安徽省', 36, ['合肥市 蜀山区 230031', '芜湖市 镜湖区 241000']],
  ['辽宁省', 30, ['沈阳市 和平区 110001', '大连市 中山区 116001']],
  ['陕西省', 28, ['西安市 雁塔区 710061', '咸阳市 秦都区 712000']],
  ['重庆', 26, ['重庆市 南岸区 400060', '重庆市 渝中区 400010']],
  ['江西省', 24, ['南昌市 东湖区 330006', '赣州市 章贡区 341000']],
  ['广西壮族自治区', 20, ['南宁市 青秀区 530022', '桂林市 七星区 541004']],
  ['天津', 20, ['天津市 和平区 300041', '天津市 南开区 300100']],
  ['云南省', 18, ['昆明市 五华区 650021', '大理白族自治州 大理市 671000']],
  ['黑龙江省', 16, ['哈尔滨市 南岗区 150001', '大庆市 萨尔图区 163001']],
  ['山西省', 16, ['太原市 小店区 030006', '大同市 平城区 037008']],
  ['吉林省', 14, ['长春市 朝阳区 130012', '吉林市 船营区 132011']],
  ['贵州省', 12, ['贵阳市 云岩区 550001', '遵义市 汇川区 563000']],
  ['内蒙古自治区', 10, ['呼和浩特市 赛罕区 010020', '包头市 昆都仑区 014010']],
  ['新疆维吾尔自治区', 8, ['乌鲁木齐市 天山区 830002', '石河子市 null 832000']],
  ['甘肃省', 8, ['兰州市 城关区 730030']],
  ['海南省', 7, ['海口市 龙华区 570105', '三亚市 吉阳区 572000']],
  ['宁夏回族自治区', 3, ['银川市 兴庆区 750001']],
  ['青海省', 2, ['西宁市 城西区 810008']],
  ['西藏自治区', 1, ['拉萨市 城关区 850000']],
];

const provinces = places.map(([province, , cities]) => ({ province, cities: cities.map(words) }));

const chances = runningTotal(places.map(([, weight]) => weight));

const streets = ['云栖', '听松', '望湖', '青石', '半亩', '竹里', '晴川', '白鹭', '枫桥', '南塘'] as const;
const kinds = ['路', '街', '巷', '大道'] as const;

/** Provinces parcels cost more to. */
export const farProvinces: ReadonlySet<string> = new Set([
  '新疆维吾尔自治区',
  '西藏自治区',
  '内蒙古自治区',
  '青海省',
  '宁夏回族自治区',
]);

/** A place for a parcel: real provinces and districts, invented streets. */
export function destination(random: Random): Destination {
  const { province, cities } = provinces[random.weighted(chances)]!;
  const [city, district, zip] = random.pick(cities);
  const street = `示例${random.pick(streets)}${random.pick(kinds)}${random.between(1, 399)}号${random.between(1, 32)}栋${random.between(1, 28)}0${random.between(1, 4)}室`;
  return { province, city, district, street, zip: random.chance(0.06) ? '000000' : zip };
}

function words(place: string): readonly [city: string, district: string, zip: string] {
  const [city = '', district = '', zip = ''] = place.split(' ');
  return [city, district, zip];
}
