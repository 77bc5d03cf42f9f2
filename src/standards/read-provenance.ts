import type { Confidence, DocumentSource, Provenance } from './definition.ts';
import type { Fields } from './fields.ts';

const confidences: readonly Confidence[] = ['verified', 'memory', 'secondary', 'own'];

/** What the entries of a standard take from the file as a whole. */
export interface Inherited extends Provenance {
  /** The part of an entry that names none: the only part of the standard, or null where there are several. */
  readonly part: string | null;
}

/** The part an entry belongs to. */
export const readPartName = (fields: Fields, inherited: Inherited): string =>
  inherited.part === null ? fields.text('part') : fields.textOr('part', inherited.part);

/** `clause`, `confidence` and `note` of one rule or number; what is absent comes from `inherited`. */
export const readProvenance = (fields: Fields, inherited: Provenance): Provenance => ({
  clause: fields.textOr('clause', inherited.clause),
  confidence: fields.choice('confidence', confidences, inherited.confidence),
  note: fields.wordsOr('note') ?? inherited.note,
});

/** The `confidence` of the whole file, which its entries inherit. */
export const readConfidence = (fields: Fields): Confidence => {
  if (!fields.has('confidence')) fields.report('confidence', 'missing-key', { name: 'confidence' });
  return fields.choice('confidence', confidences, 'own');
};

/** The `source` block: every standard names the document it comes from. */
export const readSource = (fields: Fields): DocumentSource => {
  const none = { title: { zh: '', en: '' }, document: '', issuer: '', issuedOn: '' };
  if (!fields.has('source')) {
    fields.report('source', 'missing-source', { name: 'source' });
    return none;
  }
  const source = fields.map('source');
  if (!source) return none;
  const document = source.textOr('document', '');
  if (document === '') source.report('document', 'missing-source', { name: 'document' });
  const read = {
    document,
    title: { zh: source.textOr('zh', document), en: source.textOr('en', document) },
    issuer: source.textOr('issuer', ''),
    issuedOn: source.date('issuedOn') ?? '',
  };
  source.finish();
  return read;
};

/** `validFrom` and `validTo`, as the file has them. */
export const readValidity = (
  fields: Fields,
): { readonly validFrom: string | null; readonly validTo: string | null } => {
  const validFrom = fields.date('validFrom');
  const validTo = fields.date('validTo');
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    fields.report('validTo', 'empty-period', { name: `${validFrom} > ${validTo}` });
  }
  return { validFrom, validTo };
};
