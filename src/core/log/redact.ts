const privateKeys =
  /^(name|names|idnumber|phone|mobile|email|address|guardian|password|secret|token|authorization|cookie|url|value)$/i;
/** A resident identity number, a registry number or a mobile number inside free text. */
const privateNumbers = /\b[GLJ]?\d{17}[\dXx]\b|\b1[3-9]\d{9}\b/g;
const databasePassword = /(\/\/[^:/@\s]+:)[^@\s]+@/g;

/** A copy in which what may be personal or secret is replaced, whatever its depth. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(privateNumbers, '[redacted]').replaceAll(databasePassword, '$1[redacted]@');
  }
  if (Array.isArray(value)) {
    return value.map(redact);
  }
  if (value instanceof Error) {
    return { error: value.name, message: redact(value.message), stack: redact(value.stack ?? '') };
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, privateKeys.test(key) ? '[redacted]' : redact(inner)]),
  );
}
