import type { Drawing } from './drawing.ts';

/** An official document, said once and written as docx or PDF. Text is plain; figures stand in it as they are shown. */
export interface OfficialDocument {
  readonly language: 'zh' | 'en';
  readonly title: string;
  /** A line below the title, such as the school year or the mark of synthetic data. */
  readonly subtitle?: string;
  /** Whom it is sent to (主送机关), without the colon. */
  readonly addressee?: string;
  readonly body: readonly Block[];
  readonly signature?: Signature;
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly title: string;
  readonly body: readonly Block[];
}

export interface Signature {
  readonly organization: string;
  /** A plain date, `2026-09-01`. */
  readonly on: string;
}

export type Block =
  /** Numbered by its level: 一、（一）1.（1） in Chinese, 1 1.1 1.1.1 1.1.1.1 in English. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | DocumentTable
  | { readonly kind: 'chart'; readonly caption: string; readonly drawing: Drawing };

export interface DocumentTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** A line below the table, in small type. */
  readonly note?: string;
}

export interface TableColumn {
  readonly header: string;
  /** Share of the table's width; the shares are scaled to fill it. */
  readonly weight: number;
  readonly align: 'left' | 'center' | 'right';
}
