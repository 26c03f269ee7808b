import type { Survey } from '../../lib/deal/mapping';
import teach from '../site/Teach.module.css';
import { TeachColumn } from '../site/TeachColumn';
import { TeachStages } from '../site/TeachStages';
import { stagesOf } from '../site/teach-draft';
import { withField, type CsvDraft } from './csv-wish';

/** What the columns of a file of deals mean, and how its stages end. */
export function CsvDealsFields(props: {
  draft: CsvDraft;
  survey: Survey;
  onChange: (draft: CsvDraft) => void;
}) {
  const { draft, survey } = props;
  return (
    <>
      <ul className={teach.columns}>
        {survey.columns.map((column) => (
          <TeachColumn
            key={column.key}
            column={column}
            field={draft.teach.fields[column.key] ?? null}
            onChoose={(field) => props.onChange(withField(draft, column.key, field))}
          />
        ))}
      </ul>
      <TeachStages
        stages={stagesOf(survey, draft.teach)}
        draft={draft.teach}
        onChange={(next) => props.onChange({ ...draft, teach: next })}
      />
    </>
  );
}
