import type { Words } from '../i18n/words.js';

/** For a file that did not arrive whole. */
export const exportAgain: Words = { zh: '请重新导出或重新下载这个文件', en: 'export or download the file again' };

/** For a file that a spreadsheet program may still open. */
export const saveAsXlsx: Words = {
  zh: '用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 再试',
  en: 'open it in Excel or WPS and save it as .xlsx or CSV',
};

/** For a workbook that is too much to read as one. */
export const saveAsCsv: Words = {
  zh: '用 Excel 或 WPS 打开，另存为“CSV UTF-8”再试',
  en: 'open it in Excel or WPS and save it as "CSV UTF-8"',
};
