import type { Session } from '#core/db';
import type { LocalText } from '#core/locale';
import type { Finding } from '#engines/mapping';
import type { Confidence } from '#standards';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportRequest {
  /** The area in whose name the file is sent: a county, or an area above it for a file of many counties. */
  readonly areaCode: string;
  /** The calendar year in which the school year begins; null where the file itself says it. */
  readonly schoolYear: number | null;
  /** Id of a shipped profile, or the text of a profile (YAML). */
  readonly profile: string;
  readonly file: Upload;
  readonly by: string;
  readonly at: Date;
  readonly admit?: Admit | undefined;
}

/** Asked for every area a file speaks of before it is compared, shown or kept; throws where it is somebody else's. */
export type Admit = (areas: readonly string[]) => void;

/** What a commit would do, or did, to one kind of record. */
export interface Change {
  readonly dataset: string;
  readonly label: LocalText;
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface SheetSummary {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowsRead: number;
  readonly rowsReady: number;
  /** Why the sheet was not read, in words; null where it was. */
  readonly skipped: LocalText | null;
}

/** What became of one rule between forms. */
export interface RuleOutcome {
  readonly rule: string;
  readonly title: LocalText;
  readonly forms: readonly string[];
  /** How sure it is that the rule is the official one. */
  readonly confidence: Confidence;
  readonly state: 'judged' | 'notJudged';
  /** How many schools (or counties) were judged. */
  readonly judged: number;
  readonly findings: number;
  /** The parts of the rule by which nobody was judged, and why. */
  readonly notJudged: readonly { readonly part: LocalText; readonly why: LocalText }[];
}

export interface ImportPreview {
  /** Null after a dry run, which keeps nothing. */
  readonly batchId: string | null;
  readonly profile: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly schoolYears: readonly number[];
  readonly counties: readonly string[];
  readonly sheets: readonly SheetSummary[];
  readonly rowsRead: number;
  readonly rowsReady: number;
  readonly refused: number;
  readonly warnings: number;
  /** At most 1,000, worst first; `findingsOf` pages through all of them. */
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
  /** Every rule between forms: judged, or not and why. */
  readonly rules: readonly RuleOutcome[];
  /** True where nothing keeps `commitImport` from succeeding. */
  readonly committable: boolean;
}

export interface CommitRequest {
  readonly areaCode: string;
  readonly batchId: string;
  /** Take the good rows although others are refused. Without it a batch with refusals is not committed. */
  readonly partial: boolean;
  readonly at: Date;
  readonly admit?: Admit | undefined;
}

export interface ImportResult {
  readonly batchId: string;
  readonly state: 'committed' | 'undone';
  readonly changes: readonly Change[];
}

export interface UndoRequest {
  readonly areaCode: string;
  readonly batchId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface ImportBatch {
  readonly id: string;
  readonly areaCode: string;
  readonly schoolYear: number | null;
  readonly profile: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly state: 'previewed' | 'committed' | 'undone';
  readonly sheets: readonly string[];
  /** Every county the file speaks of, refused rows too. */
  readonly counties: readonly string[];
  readonly rowsRead: number;
  readonly rowsReady: number;
  readonly by: string;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
}

export interface FindingsPage {
  readonly findings: readonly Finding[];
  readonly total: number;
}

/** A sheet of an uploaded file: how far it reaches. */
export interface SheetShape {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Number of the last row that holds anything; 0 for an empty sheet. */
  readonly lastRow: number;
  readonly columns: number;
}

/** A row as Excel numbers it, from column A on, each cell as text. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A file to hand to a person. */
export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface WorkbookRequest {
  readonly countyCode: string;
  readonly schoolYear: number;
}

/** What a check is doing: reading the file, comparing it with what is held, packing it. */
export type CheckPhase = 'reading' | 'comparing' | 'keeping';

/** A checked file that is not kept yet. */
export interface CheckedImport {
  readonly preview: ImportPreview;
  /** Keeps the file under the preview's batch id, in the caller's transaction. */
  keep(session: Session): Promise<void>;
}

/** The exchange engine bound to one database. Every refusal is a `DomainError`; every wrong cell is a `Finding`. */
export interface Exchange {
  /** Parses, maps and checks a file and says what a commit would change. Writes nothing at all. */
  dryRunImport(request: ImportRequest): Promise<ImportPreview>;
  /** As `dryRunImport`, and keeps the file under a batch id so that it can be committed. */
  previewImport(request: ImportRequest): Promise<ImportPreview>;
  /** As `previewImport`, kept by the caller: for work that may be cancelled until its very end. */
  checkImport(request: ImportRequest, onPhase?: (phase: CheckPhase) => void): Promise<CheckedImport>;
  /** Reads and writes a file in one transaction, without a preview to look at; refused whole where a cell is. */
  importFile(
    request: ImportRequest & { readonly partial: boolean },
  ): Promise<ImportResult & { readonly preview: ImportPreview }>;
  /** Writes a previewed batch in one transaction. Committing a committed batch again changes nothing. */
  commitImport(request: CommitRequest): Promise<ImportResult>;
  /** Puts back exactly what the batch replaced. Refused, with the later file's name, where a later import touched the same cells. */
  undoImport(request: UndoRequest): Promise<ImportResult>;
  /** Newest first. */
  listImports(areaCode: string): Promise<readonly ImportBatch[]>;
  findingsOf(areaCode: string, batchId: string, offset: number, limit: number): Promise<FindingsPage>;
  /** The sheets of an uploaded file. */
  sheetsOf(areaCode: string, batchId: string): Promise<readonly SheetShape[]>;
  /** Some rows of a sheet of an uploaded file, as they stand in it. */
  sheetRows(
    areaCode: string,
    batchId: string,
    sheet: number,
    numbers: ReadonlySet<number>,
  ): Promise<readonly SheetRow[]>;
  /** The uploaded workbook with wrong cells marked and a list of findings as its last sheet; CSV comes back as xlsx. */
  annotatedCopy(areaCode: string, batchId: string, locale: 'zh-CN' | 'en'): Promise<Download>;
  /** The county workbook, filled with what the registry and the facts already hold. */
  workbookTemplate(request: WorkbookRequest): Promise<Download>;
}
