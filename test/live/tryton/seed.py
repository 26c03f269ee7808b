#!/usr/bin/python3
"""Fill an empty Tryton 6.0 database with a company, reps and deals.

Run while no server has the SQLite file open, with the Python that holds
trytond. The password of every login comes from $TRYTON_PASSWORD. Prints one
JSON line: {"deals", "rich", "revisions", "reps"}.
"""
import argparse
import datetime
import json
import os
import sys
import warnings
from decimal import Decimal

import deals as generator

warnings.filterwarnings('ignore')
GROUPS = [('sale', 'group_sale'), ('sale_opportunity', 'group_opportunity')]
BATCH = 500


def create_company(pool):
    """The one company; a deal's currency in Tryton is its company's."""
    currency, = pool.get('currency.currency').create([{
                'name': 'US Dollar', 'symbol': '$', 'code': 'USD',
                'numeric_code': '840', 'rounding': Decimal('0.01'),
                'digits': 2}])
    party, = pool.get('party.party').create([{'name': 'Stafet Example Co'}])
    company, = pool.get('company.company').create([{
                'party': party.id, 'currency': currency.id}])
    Item = pool.get('ir.module.config_wizard.item')
    Item.write(Item.search([]), {'state': 'done'})
    return company


def number_deals(pool):
    """Numbers unlike the record ids, so that a test can tell them apart."""
    Sequence = pool.get('ir.sequence')
    Sequence.write(Sequence.search([('name', '=', 'Sale Opportunity')]), {
            'prefix': 'OPP-', 'number_next': 40001})


def create_reps(pool, company, password):
    """One employee and one ordinary login per rep; (employees, users)."""
    User, ModelData = pool.get('res.user'), pool.get('ir.model.data')
    languages = {lang.code: lang.id for lang in pool.get('ir.lang').search(
            [('translatable', '=', True)])}
    people = pool.get('party.party').create(
        [{'name': name} for _, name, _ in generator.REPS])
    employees = pool.get('company.employee').create(
        [{'party': p.id, 'company': company.id} for p in people])
    groups = [ModelData.get_id(*group) for group in GROUPS]
    users = User.create([{
                'name': name, 'login': login, 'password': password,
                'email': '%s@example.com' % login,
                'language': languages[language],
                'groups': [('add', groups)],
                'companies': [('add', [company.id])], 'company': company.id,
                'employees': [('add', [employee.id])], 'employee': employee.id,
                } for (login, name, language), employee in zip(
                generator.REPS, employees)])
    User.write(User.search([('login', '=', 'admin')]), {
            'password': password, 'companies': [('add', [company.id])],
            'company': company.id})
    return employees, users


def write_deals(pool, company, employees, specs):
    """Create each deal, then replay its revisions, one write for each."""
    Opportunity = pool.get('sale.opportunity')
    parties = pool.get('party.party').create(
        [{'name': name} for name in generator.parties()])

    def stored(values):
        party, employee = values['party'], values['employee']
        return {**values, 'company': company.id,
            'party': None if party is None else parties[party].id,
            'employee': None if employee is None else employees[employee].id}

    records = []
    for i in range(0, len(specs), BATCH):
        records += Opportunity.create([stored(s['revisions'][0]['values'])
                for s in specs[i:i + BATCH]])
    longest = max(len(s['revisions']) for s in specs)
    for step in range(1, longest):
        actions = []
        for record, spec in zip(records, specs):
            if step < len(spec['revisions']):
                actions += [[record],
                    stored(spec['revisions'][step]['values'])]
        Opportunity.write(*actions)
    return records


def backdate(cursor, records, users, specs):
    """Give the revisions, all stamped with the time of loading, their times.

    SQLite compares these stamps as text, and trytond drops a zero fraction
    from the other side, so every stamp needs a fraction. Reading a deal as of
    a past date reads company, employee and party as of that date as well:
    they must be older than any deal.
    """
    first = min(s['revisions'][0]['at'] for s in specs)
    founded = (first - datetime.timedelta(days=1)).isoformat(' ')
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    tables = {name for name, in cursor.fetchall()}
    for table in ('company_company', 'company_employee', 'party_party'):
        for name in {table, table + '__history'} & tables:
            cursor.execute('UPDATE "%s" SET create_date = ?, '
                'write_date = NULL, write_uid = NULL' % name, (founded,))
    for record, spec in zip(records, specs):
        cursor.execute('SELECT __id FROM sale_opportunity__history '
            'WHERE id = ? ORDER BY __id', (record.id,))
        rows = [row for row, in cursor.fetchall()]
        revisions = spec['revisions']
        assert len(rows) == len(revisions), (record.id, len(rows))
        created = stamp(revisions[0], users)
        for n, (row, revision) in enumerate(zip(rows, revisions)):
            written = stamp(revision, users) if n else (None, None)
            cursor.execute('UPDATE sale_opportunity__history SET '
                'create_date = ?, create_uid = ?, write_date = ?, '
                'write_uid = ? WHERE __id = ?', created + written + (row,))
        cursor.execute('UPDATE sale_opportunity SET create_date = ?, '
            'create_uid = ?, write_date = ?, write_uid = ? WHERE id = ?',
            created + written + (record.id,))


def stamp(revision, users):
    assert revision['at'].microsecond
    return revision['at'].isoformat(' '), users[revision['by']].id


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--config', required=True)
    parser.add_argument('--database', required=True)
    parser.add_argument('--deals', type=int, required=True)
    parser.add_argument('--rich', type=int, required=True)
    parser.add_argument('--today', required=True,
        type=datetime.date.fromisoformat)
    args = parser.parse_args()
    password = os.environ.get('TRYTON_PASSWORD') or sys.exit(
        'TRYTON_PASSWORD is not set')

    from trytond.config import config
    config.update_etc(args.config)
    from trytond.pool import Pool
    from trytond.transaction import Transaction
    Pool.start()
    pool = Pool(args.database)
    with Transaction().start(args.database, 0):
        pool.init()
    specs = list(generator.Generator(1, args.today).deals(
            args.deals, args.rich))
    with Transaction().start(args.database, 1) as transaction:
        company = create_company(pool)
        with transaction.set_context(company=company.id, language='en'):
            number_deals(pool)
            employees, users = create_reps(pool, company, password)
            records = write_deals(pool, company, employees, specs)
            backdate(transaction.connection.cursor(), records, users, specs)
    print(json.dumps({
                'deals': len(specs),
                'rich': sum(len(s['revisions']) > 1 for s in specs),
                'revisions': sum(len(s['revisions']) for s in specs),
                'reps': [login for login, _, _ in generator.REPS]}))


if __name__ == '__main__':
    main()
