#!/usr/bin/python3
"""The deals as they stand in a Tryton SQLite file, read by SQL alone.

Opens the file read-only and prints one JSON object. Amounts are the decimal
text Tryton stored, instants UTC as `YYYY-MM-DD HH:MM:SS.ffffff`.
"""
import hashlib
import json
import pathlib
import sqlite3
import sys

EMPLOYEES = '''
    LEFT JOIN company_employee e ON e.id = o.employee
    LEFT JOIN party_party ep ON ep.id = e.party'''
COLUMNS = '''
    o.id AS id, o.number AS number, o.reference AS reference,
    o.description AS description, o.state AS state,
    CAST(o.amount AS TEXT) AS amount, o.party AS partyId, p.name AS party,
    o.employee AS employeeId, ep.name AS employee,
    o.conversion_probability AS probability, o.start_date AS startOn,
    o.end_date AS endOn, o.create_date AS createdAt, o.write_date AS writtenAt,
    cu.login AS createdBy, wu.login AS writtenBy'''
JOINS = '''
    LEFT JOIN party_party p ON p.id = o.party''' + EMPLOYEES + '''
    LEFT JOIN res_user cu ON cu.id = o.create_uid
    LEFT JOIN res_user wu ON wu.id = o.write_uid'''
DEALS = 'SELECT ' + COLUMNS + ''', c.code AS currency
    FROM sale_opportunity o''' + JOINS + '''
    LEFT JOIN company_company co ON co.id = o.company
    LEFT JOIN currency_currency c ON c.id = co.currency
    ORDER BY o.id'''
HISTORY = 'SELECT o.__id AS revisionId, ' + COLUMNS + ''',
    COALESCE(o.write_date, o.create_date) AS at
    FROM sale_opportunity__history o''' + JOINS + '''
    ORDER BY o.id, at, o.__id'''
TABLES = {'deals': 'sale_opportunity', 'history': 'sale_opportunity__history'}


def rows(connection, query):
    return [dict(row) for row in connection.execute(query)]


def fingerprint(connection, table):
    """Counts, newest stamps and a digest of every value of every row."""
    count, created, written = connection.execute(
        'SELECT COUNT(*), MAX(create_date), MAX(write_date) FROM "%s"'
        % table).fetchone()
    digest = hashlib.sha256()
    for row in connection.execute('SELECT * FROM "%s" ORDER BY rowid' % table):
        digest.update(repr(tuple(row)).encode())
    return {'rows': count, 'lastCreatedAt': created, 'lastWrittenAt': written,
        'sha256': digest.hexdigest()}


def main(path):
    uri = pathlib.Path(path).resolve().as_uri() + '?mode=ro'
    connection = sqlite3.connect(uri, uri=True, timeout=30)
    connection.row_factory = sqlite3.Row
    # One transaction: both tables as they were at one moment.
    connection.execute('BEGIN')
    json.dump({
            'deals': rows(connection, DEALS),
            'history': rows(connection, HISTORY),
            'fingerprint': {name: fingerprint(connection, table)
                for name, table in TABLES.items()},
            }, sys.stdout)


if __name__ == '__main__':
    main(sys.argv[1])
