import { useEffect, useState } from 'react';
import { fileAddress } from '#web/api';
import { numberText } from '#web/locale';
import { keepPhoto, keptPhoto, photoId, photoName, shrinkPhoto } from '#web/offline';
import { Button } from '#web/ui';
import { useWords } from './messages.ts';

interface Props {
  readonly area: string;
  readonly sheet: string;
  readonly item: string;
  readonly name: string;
  readonly files: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (files: readonly string[]) => void;
}

/** A photo from this device while it is here, from the server afterwards. */
function Photo({ area, sheet, file, label }: { area: string; sheet: string; file: string; label: string }) {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    const id = photoId(file);
    let made: string | undefined;
    let isGone = false;
    const show = async () => {
      const photo = id === null ? undefined : await keptPhoto(id);
      if (isGone) return;
      if (photo?.blob) {
        made = URL.createObjectURL(photo.blob);
        setSource(made);
      } else setSource(fileAddress('instruments.file', { params: { area, sheet, file: photo?.file ?? file } }));
    };
    void show();
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [area, sheet, file]);
  return source === undefined ? null : <img src={source} alt={label} className="jh-photo" />;
}

/** Photos and files of an item. What is chosen stands on the device at once and goes to the server when it can. */
export function PhotoField({ area, sheet, item, name, files, disabled, onChange }: Props) {
  const words = useWords();
  const [problem, setProblem] = useState('');
  const add = async (chosen: FileList) => {
    setProblem('');
    const names: string[] = [];
    for (const file of chosen) {
      try {
        const { blob, name: fileName } = await shrinkPhoto(file);
        const id = crypto.randomUUID();
        await keepPhoto({ id, blob, name: fileName, takenAt: new Date(file.lastModified).toISOString() });
        names.push(photoName(id));
      } catch {
        setProblem(words.photoFailed(file.name));
      }
    }
    if (names.length > 0) onChange([...files, ...names]);
  };
  return (
    <div className="jh-photos">
      {files.map((file, at) => (
        <figure key={file}>
          <Photo area={area} sheet={sheet} file={file} label={words.photo(name, numberText(at + 1))} />
          {disabled ? null : (
            <Button
              look="quiet"
              aria-label={words.removePhoto(name, numberText(at + 1))}
              onClick={() => onChange(files.filter((one) => one !== file))}
            >
              {words.remove}
            </Button>
          )}
        </figure>
      ))}
      {disabled ? null : (
        <label className="jh-photo-add">
          <input
            type="file"
            accept="image/*,application/pdf"
            multiple
            className="jh-unseen"
            aria-label={words.addPhotoTo(name)}
            id={`photos-${item}`}
            onChange={(event) => {
              if (event.target.files) void add(event.target.files);
              event.target.value = '';
            }}
          />
          {words.addPhoto}
        </label>
      )}
      {problem === '' ? null : <p role="alert">{problem}</p>}
    </div>
  );
}
