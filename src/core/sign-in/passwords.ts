import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { errors } from './errors.ts';
import type { SignInPolicy } from './policy.ts';

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** @throws DomainError `signIn.passwordRefused` naming the rule; the password is never quoted */
export function refuseWeakPassword(password: string, login: string, { password: rules }: SignInPolicy): void {
  const refused = (zh: string, en: string) =>
    errors.passwordRefused({
      rule: { zh, en },
      length: rules.minimumLength,
      kinds: rules.minimumKinds,
      phrase: rules.phraseLength,
    });
  const length = [...password].length;
  if (length < rules.minimumLength) throw refused('太短', 'too short');
  if (length > rules.maximumLength) throw refused('太长', 'too long');
  const found = kinds.filter((kind) => kind.test(password)).length;
  if (length < rules.phraseLength && found < rules.minimumKinds)
    throw refused('字符种类太少', 'too few kinds of characters');
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5) throw refused('重复字符太多', 'too much repetition');
  if (login.length > 2 && plain.includes(login.toLowerCase())) throw refused('含有用户名', 'it holds the sign-in name');
  if (length < rules.phraseLength && rules.refusedWords.some((word) => plain.includes(word))) {
    throw refused('含有常见口令', 'it holds a common password');
  }
}

/** Argon2id with a salt of its own, in the encoded form that says its parameters. */
export function hashPassword(password: string, { hash }: SignInPolicy): Promise<string> {
  return argon2id({
    password: password.normalize('NFC'),
    salt: randomBytes(16),
    memorySize: hash.memoryKiB,
    iterations: hash.rounds,
    parallelism: hash.lanes,
    hashLength: 32,
    outputType: 'encoded',
  });
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  return argon2Verify({ password: password.normalize('NFC'), hash }).catch(() => false);
}

/** Whether a hash was made with weaker parameters than today's policy asks for. */
export function isHashOutdated(encoded: string, { hash }: SignInPolicy): boolean {
  return !encoded.includes(`$m=${hash.memoryKiB},t=${hash.rounds},p=${hash.lanes}$`);
}
