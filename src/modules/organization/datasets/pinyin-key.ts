import { pinyin } from 'pinyin-pro';

/**
 * The key by which a name is sorted and found: its pinyin without tones, syllables parted by spaces; other letters in lower case.
 *
 * @remarks A whole word is read, so that characters with two readings mostly come right (重庆 → chong qing).
 * @example pinyinKey('天长市第一小学') // 'tian chang shi di yi xiao xue'
 */
export function pinyinKey(name: string): string {
  return pinyin(name, { toneType: 'none', nonZh: 'consecutive', v: true }).toLowerCase();
}
