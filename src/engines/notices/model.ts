import type { PlainDate } from '#core/calendar';
import type { Language, LocalText } from '#core/locale';

/** One person, or everybody who holds a permission at the notice's place. */
export type Recipient = { readonly person: string } | { readonly permission: string };

/** A notice to be put. Its text names no child and nobody's private matters: it also leaves the house. */
export interface NewNotice {
  readonly to: Recipient;
  readonly area: string;
  readonly unit?: string | null | undefined;
  /** `<module>.<name>`, such as `cases.assigned`. */
  readonly kind: string;
  readonly text: LocalText;
  readonly about?: { readonly kind: string; readonly id: string } | null | undefined;
  readonly dueOn?: PlainDate | null | undefined;
  /** Put twice under one key, it is there once. */
  readonly key: string;
  /** Leaves at once by the channels that reach a person, not with the day's digest. */
  readonly isUrgent?: boolean | undefined;
}

export interface Notice {
  readonly county: string;
  readonly id: string;
  readonly area: string;
  readonly unit: string | null;
  readonly kind: string;
  readonly text: LocalText;
  readonly about: { readonly kind: string; readonly id: string } | null;
  readonly dueOn: PlainDate | null;
  readonly at: Date;
  /** When this reader read it. */
  readonly readAt: Date | null;
}

/** What leaves the house. */
export interface Message {
  readonly subject: string;
  readonly text: string;
  /** The path of the page it speaks of. */
  readonly path: string;
}

export interface OutgoingMessage extends Message {
  /** The same at every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  /** An address or number; null where the channel reaches the installation and not a person. */
  readonly to: string | null;
}

/** A way out of the house. */
export interface Channel {
  readonly name: string;
  /** `person`: needs an address of the person. `installation`: one receiver for everything. */
  readonly reach: 'person' | 'installation';
  /** @throws ChannelFault */
  send(message: OutgoingMessage): Promise<void>;
  close?(): void;
}

/** How somebody can be reached; what is missing is not used. */
export interface Contact {
  readonly language: Language;
  /** By the name of the channel. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** A message that did not leave; its code goes to the log, never an address. */
export class ChannelFault extends Error {
  readonly code: string;
  /** Trying again is of no use. */
  readonly isFinal: boolean;

  constructor(code: string, isFinal: boolean, cause?: unknown) {
    super(code, { cause });
    this.name = 'ChannelFault';
    this.code = code;
    this.isFinal = isFinal;
  }
}
