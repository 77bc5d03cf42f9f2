import { numberText, shareText, type Text, useMessages, valueBesideLine } from '#web/locale';
import { en } from './locale.en.ts';
import { type Messages, zh } from './locale.zh-cn.ts';

const messages = { 'zh-CN': zh, en };

/** The words that all pages of the ledger share. */
export function useLedgerWords(): Messages {
  return useMessages(messages);
}

/** A figure beside its line, with its unit; shares as per cent. */
export function figureBeside(value: number | null, line: number | null, decimals: number, unit: Text): string {
  return unit.en === 'share' ? shareText(value) : valueBesideLine(value, line, decimals);
}

/** A line as it is printed beside figures. */
export function lineText(line: number | null, decimals: number, unit: Text): string {
  return unit.en === 'share' ? shareText(line) : numberText(line, Math.max(2, decimals));
}
