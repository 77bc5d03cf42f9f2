import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;
const recoveryCount = 10;
const recoveryAlphabet = '23456789abcdefghjkmnpqrstuvwxyz';

const generatorOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Junheng 均衡',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  });

/** A new secret of 160 bits, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from a QR code. */
export function totpAddress(secret: string, login: string): string {
  return generatorOf(secret, login).toString();
}

/** The 30-second step a code belongs to, one step early or late allowed; undefined where it fits none or was taken before. */
export function stepOfCode(secret: string, code: string, at: Date, lastStep: number): number | undefined {
  const delta = generatorOf(secret).validate({ token: code.replaceAll(' ', ''), timestamp: at.getTime(), window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(at.getTime() / 1000 / stepSeconds) + delta;
  return step > lastStep ? step : undefined;
}

/** Codes for the day the phone is lost; each works once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCount }, () => {
    const letters = Array.from(randomBytes(10), (byte) => recoveryAlphabet[byte % recoveryAlphabet.length]).join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

/** Fifty bits of chance need no slow hash. */
export function hashRecoveryCode(code: string): string {
  return hashToken(code.trim().toLowerCase().replaceAll(/[\s-]/g, ''));
}

/** What is kept of a token of chance. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
