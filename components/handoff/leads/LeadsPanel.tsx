import type { Deal } from '../../../lib/deal/deal';
import type { Lead } from '../../../lib/deal/lead';
import type { LeadWorking } from '../../../lib/handoff/leads/leads-shown';
import { t } from '../../../lib/i18n/i18n';
import type { LeadList } from '../../../lib/store/read-lead-list';
import { amountText } from '../../deal/amount-text';
import { dealsHash } from '../../deal/deal-filter';
import { useFormat, type Format } from '../../ui/format-context';
import { Scroll } from '../../ui/Scroll';
import { FigurePanel } from '../FigurePanel';
import css from '../HandoffsView.module.css';
import { sourceText } from '../source-text';

/** The leads or deals that a figure is made of, and how it is worked out. */
export function LeadsPanel(props: { list: LeadList | undefined; onClose: () => void }) {
  const format = useFormat();
  const { list, onClose } = props;
  const rows = list === undefined ? 0 : list.leads.length + list.deals.length;
  const { working } = list ?? {};
  return (
    <FigurePanel
      id="leads-shown"
      testid="leads-shown"
      n={list?.n}
      heading={list === undefined ? '' : headingText(list, format)}
      whose={list === undefined ? '' : nameOf(list)}
      working={working !== undefined && working.n > 0 ? workingText(working, format) : undefined}
      onClose={onClose}
    >
      {list !== undefined && rows > 0 && (
        <Scroll label={t(`leads.shown.${list.query.show}`)}>
          <table className={css.table}>
            {list.kind === 'leads' ? <LeadRows rows={list.leads} /> : <DealRows deals={list.deals} />}
          </table>
        </Scroll>
      )}
      {list !== undefined && list.n > rows && (
        <p className={css.note}>{t('leads.onlyLatest', { count: format.count(rows) })}</p>
      )}
    </FigurePanel>
  );
}

function headingText({ query, kind, n }: LeadList, format: Format): string {
  return `${t(`leads.shown.${query.show}`)}: ${t(`leads.n.${kind}`, n, { count: format.count(n) })}`;
}

function LeadRows({ rows }: { rows: LeadList['leads'] }) {
  return (
    <>
      <Heads names={['name', 'createdOn', 'source', 'channel', 'owner', 'convertedOn', 'convertedTo']} />
      <tbody>
        {rows.map(([lead, deal]) => (
          <LeadRow key={lead.key} lead={lead} deal={deal} />
        ))}
      </tbody>
    </>
  );
}

function LeadRow({ lead, deal }: { lead: Lead; deal: Deal | undefined }) {
  const format = useFormat();
  const { convertedTo } = lead;
  return (
    <tr data-lead={lead.key}>
      <th scope="row" className={css.name}>
        {lead.name || lead.id}
      </th>
      <td className={css.right}>{dayText(lead.createdOn, format)}</td>
      <td>{lead.source || '–'}</td>
      <td>{lead.channel || '–'}</td>
      <td>{lead.owner || '–'}</td>
      <td className={css.right}>{dayText(lead.convertedOn, format)}</td>
      <td className={css.name}>
        {deal !== undefined ? (
          <a href={dealsHash({ deal: deal.key })}>{deal.name || t('deal.unnamed')}</a>
        ) : convertedTo ? (
          <span className={css.grey}>{t('leads.notHere')}</span>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

function DealRows({ deals }: { deals: readonly Deal[] }) {
  const format = useFormat();
  return (
    <>
      <Heads names={['name', 'createdOn', 'source', 'channel', 'owner', 'amount', 'outcome']} />
      <tbody>
        {deals.map((deal) => (
          <tr key={deal.key} data-deal={deal.key}>
            <th scope="row" className={css.name}>
              <a href={dealsHash({ deal: deal.key })}>{deal.name || t('deal.unnamed')}</a>
            </th>
            <td className={css.right}>{dayText(deal.createdOn, format)}</td>
            <td>{deal.source || '–'}</td>
            <td>{deal.channel || '–'}</td>
            <td>{deal.owner || '–'}</td>
            <td className={css.right}>{amountText(deal, format)}</td>
            <td>{t(`outcomes.${deal.outcome ?? 'unknown'}`)}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

type Head = keyof typeof headKeys;

function Heads({ names }: { names: readonly Head[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col" className={rightHeads.has(name) ? css.right : undefined}>
            {t(headKeys[name])}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const headKeys = {
  name: 'lead.name',
  createdOn: 'lead.createdOn',
  source: 'lead.source',
  channel: 'lead.channel',
  owner: 'lead.owner',
  convertedOn: 'lead.convertedOn',
  convertedTo: 'lead.convertedTo',
  amount: 'field.amount',
  outcome: 'field.outcome',
} as const;
const rightHeads: ReadonlySet<Head> = new Set<Head>(['createdOn', 'convertedOn', 'amount']);

function nameOf({ query: { by, of } }: LeadList): string {
  if (by === undefined) return '';
  if (!of) return t('leads.notSaid');
  return by === 'source' ? sourceText(of) : of;
}

function dayText(day: string | null | undefined, format: Format): string {
  return day ? format.dateWithYear(day) : '–';
}

/** How the share comes about, with its numbers. */
function workingText({ sum, n, towards, soFar }: LeadWorking, format: Format): string {
  const words = {
    sum: format.decimal(String(Math.round(sum * 10) / 10)),
    n: format.count(n),
    raw: format.percent(sum / n),
  };
  const own =
    soFar === undefined
      ? t('leads.share', words)
      : t('leads.soFar', { ...words, converted: format.count(soFar.sum), leads: format.count(soFar.n) });
  if (towards === undefined) return `${own} ${t('leads.drawnSomehow')}`;
  const { prior, weight } = towards;
  const shrunk = format.percent((prior * weight + sum) / (weight + n));
  return `${own} ${t('leads.drawn', { prior: format.percent(prior), weight: format.count(weight), shrunk })}`;
}
