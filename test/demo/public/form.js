// @ts-check
import { api, ApiError, el } from './dom.js';

/**
 * @typedef {object} FormOptions
 * @property {any} deal
 * @property {import('./app.js').Person[]} people
 * @property {{ id: string }[]} stages
 * @property {import('./labels.js').Labels} labels
 * @property {() => void} onSaved
 * @property {() => void} onCancel
 */

/**
 * The form that edits a deal. Only what the user changed is sent.
 * @param {FormOptions} options
 */
export function editForm({ deal, people, stages, labels, onSaved, onCancel }) {
  const stage = choice(
    'stage',
    stages.map(({ id }) => [id, id]),
    deal.stage,
  );
  const amount = el('input', {
    name: 'amount',
    type: 'number',
    min: '0',
    step: '0.01',
    value: deal.amount === null ? '' : String(deal.amount),
  });
  const closeOn = el('input', { name: 'closeOn', type: 'date', required: true, value: deal.closeOn });
  const nextStep = el('input', {
    name: 'nextStep',
    type: 'text',
    maxlength: '200',
    value: deal.nextStep ?? '',
  });
  const owner = choice(
    'owner',
    people.map(({ id, name }) => [id, name]),
    deal.owner,
  );
  const problem = el('p', { class: 'problem', role: 'alert' });
  const cancel = el('button', { type: 'button', class: 'button' }, labels.cancel);
  cancel.addEventListener('click', onCancel);

  const form = el(
    'form',
    { class: 'card edit' },
    field(labels.stage, stage),
    field(`${labels.amount} (${deal.currency})`, amount),
    field(labels.closeOn, closeOn),
    field(labels.owner, owner),
    field(labels.nextStep, nextStep),
    problem,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'submit', class: 'button primary' }, labels.save),
      cancel,
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const now = {
      stage: stage.value,
      amount: amount.value === '' ? null : Number(amount.value),
      closeOn: closeOn.value,
      nextStep: nextStep.value.trim() || null,
      owner: owner.value,
    };
    const edit = Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== deal[name]));
    try {
      await api(`/api/deals/${encodeURIComponent(deal.id)}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(edit),
      });
      onSaved();
    } catch (error) {
      problem.textContent = error instanceof ApiError ? error.message : labels.failed;
    }
  });
  return form;
}

/** @param {string} label @param {HTMLElement} input */
function field(label, input) {
  return el('label', {}, el('span', {}, label), input);
}

/** @param {string} name @param {[value: string, text: string][]} options @param {string} value */
function choice(name, options, value) {
  const select = el('select', { name }, ...options.map(([id, text]) => el('option', { value: id }, text)));
  select.value = value;
  return select;
}
