/** Shows how far long work has come: one rewritten line on a terminal, nothing anywhere else. */
export interface Progress {
  report(text: string, done?: number, total?: number): void;
  end(): void;
}

export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { report: () => undefined, end: () => undefined };
  let isShown = false;
  return {
    report: (text, done, total) => {
      const share = done === undefined || !total ? '' : `  ${Math.floor((done / total) * 100)} %`;
      stream.write(`\r\u001b[K${text}${share}`.slice(0, (stream.columns ?? 80) + 4));
      isShown = true;
    },
    end: () => {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
