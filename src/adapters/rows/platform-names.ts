import { normalText } from '../identify/header.js';

const names: Readonly<Record<string, string>> = {
  淘宝: 'taobao',
  天猫: 'taobao',
  淘宝网: 'taobao',
  '淘宝/天猫': 'taobao',
  淘宝天猫: 'taobao',
  taobao: 'taobao',
  tmall: 'taobao',
  京东: 'jd',
  jd: 'jd',
  拼多多: 'pinduoduo',
  pdd: 'pinduoduo',
  抖音: 'douyin',
  抖店: 'douyin',
  快手: 'kuaishou',
  快手小店: 'kuaishou',
  小红书: 'xiaohongshu',
  有赞: 'youzan',
  微店: 'weidian',
  1688: '1688',
  抖音小店: 'douyin',
  头条放心购: 'douyin',
  '放心购(抖音小店)': 'douyin',
  微信小店: 'wechat',
  视频号小店: 'wechat',
  微信视频号小店: 'wechat',
  亚马逊: 'amazon',
  amazon: 'amazon',
  shopify: 'shopify',
  ebay: 'ebay',
  etsy: 'etsy',
  shopee: 'shopee',
  lazada: 'lazada',
  'tiktok shop': 'tiktok',
};

/** The platform a column names, by the id the dialects use where it is a known one; else the text itself. */
export function platformName(text: string): string {
  const name = normalText(text);
  return Object.hasOwn(names, name) ? (names[name] ?? text) : text;
}
