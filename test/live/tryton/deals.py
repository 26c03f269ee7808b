"""Invented deals with invented histories, the same for the same arguments.

Nothing here knows Tryton: a deal is a plain dict whose `revisions` are full
sets of values, each with its time and author. `seed.py` writes them.
"""
import datetime
import random
from decimal import Decimal

REPS = [
    # login, name, language
    ('alma.brink', 'Alma Brink', 'en'),
    ('bror.testrup', 'Bror Testrup', 'en'),
    ('cleo.marshfield', "Cleo O'Marshfield", 'en'),
    ('dorit.engelbeck', 'Dorit Engelbeck', 'de'),
    ('ebbe.soenderaa', 'Ebbe Sønderå', 'en'),
    ('fenja.holmquist', 'Fenja Holmquist', 'en'),
]

AWKWARD = [
    'O\'Quillon & "Sons" Ltd',
    '<script>alert("party")</script> GmbH',
    'Ærøvig Rør & Stål ÅØÆ',
    '🚀 Rocket 🛰️ Example Lab',
    '=HYPERLINK("http://example.com","Formula")',
    'Same Name ApS', 'Same Name ApS', 'Same Name ApS',
    'شركة المثال',
    'Back\\slash / Slash; Semi, Comma',
    '100 % & <b>Bold</b> &amp; Sons',
    'Long ' + 'Invented Holding ' * 9 + 'AG',
]
HEADS = ['Bryx', 'Norvall', 'Quell', 'Tavik', 'Umbra', 'Vestor', 'Zandt',
    'Kolm', 'Lirra', 'Mospen', 'Orvik', 'Pellon']
TAILS = ['Logistics', 'Foods', 'Robotics', 'Textiles', 'Energy', 'Optics']
FORMS = ['ApS', 'GmbH', 'Ltd', 'Inc.']
PRODUCTS = ['Starter plan', 'Team plan', 'Rollout, phase 2',
    'Renewal "gold"', 'Pilot <b>2</b>', 'Størrelse Æ', 'Pilot 🎯', None]
AMOUNTS = [None, Decimal('0'), Decimal('0.01'), Decimal('0.10'),
    Decimal('1234567890123.45'), Decimal('98765432.10'), Decimal('1000')]

# Paths Tryton's own transitions allow, there and back again.
PATHS = [
    ['lead', 'opportunity', 'converted', 'won'],
    ['lead', 'opportunity', 'lost'],
    ['lead', 'opportunity', 'lead', 'opportunity', 'converted'],
    ['lead', 'lost', 'lead', 'opportunity'],
    ['lead', 'opportunity', 'converted', 'lost', 'converted', 'won'],
    ['lead', 'cancelled', 'lead', 'opportunity'],
    ['opportunity', 'lead', 'opportunity', 'cancelled'],
    ['lead', 'opportunity'],
]
SINGLE = ['lead'] * 5 + ['opportunity'] * 7 + ['converted'] + ['won'] * 4 + [
    'lost'] * 3 + ['cancelled']
PROBABILITIES = [0.1, 0.25, 0.333, 0.5, 0.75, 0.9, 1.0, 0.0]
CLOSED = {'won', 'lost', 'cancelled'}
NEEDS_PARTY = {'opportunity', 'converted', 'won'}


def parties():
    """Party names in a fixed order; some occur more than once."""
    return AWKWARD + ['%s %s %s' % (h, t, FORMS[(i + j) % len(FORMS)])
        for i, h in enumerate(HEADS) for j, t in enumerate(TAILS)]


class Generator:
    def __init__(self, seed, today):
        self.random = random.Random(seed)
        self.today = today
        self.used = set()
        self.parties = len(parties())

    def deals(self, count, rich):
        """`count` deals; exactly `rich` of them, evenly spread, have a past."""
        rich = min(rich, count)
        before = 0
        for i in range(count):
            upto = (i + 1) * rich // count
            yield self.deal(i, upto > before)
            before = upto

    def deal(self, index, rich):
        # Rich histories start early enough to be over before today.
        age = self.random.randint(200, 540) if rich else (
            self.random.randint(1, 540))
        start = self.today - datetime.timedelta(days=age)
        states = self.random.choice(PATHS) if rich else [
            self.random.choice(SINGLE)]
        values = self.first_values(index, states[0], start)
        at = self.moment(datetime.datetime.combine(
                start, datetime.time(7)), minutes=600)
        revisions = [self.revision(at, values)]
        if rich:
            steps = self.steps(states[1:])
            for kind, state in steps:
                at = self.next_moment(at, kind)
                values = self.changed(values, kind, state, at.date())
                revisions.append(self.revision(at, values))
        return {'revisions': revisions}

    def first_values(self, index, state, start):
        pick = self.random
        bare = state not in NEEDS_PARTY
        closed = state in CLOSED
        end = start + datetime.timedelta(days=pick.randint(5, 260))
        if closed:
            end = min(end, self.today - datetime.timedelta(days=1))
        return {
            'reference': pick.choice(
                ['INV-%05d' % index, None, 'ref "%d" <i>' % index]),
            'description': pick.choice(PRODUCTS),
            'party': (None if bare and pick.random() < 0.3
                else pick.randrange(self.parties)),
            'employee': (None if bare and pick.random() < 0.15
                else pick.randrange(len(REPS))),
            'amount': self.amount(),
            'conversion_probability': pick.choice(PROBABILITIES),
            'start_date': start,
            'end_date': end if closed or pick.random() < 0.6 else None,
            'state': state,
            'lost_reason': 'Price, "again"' if state == 'lost' else None,
        }

    def amount(self):
        if self.random.random() < 0.25:
            return self.random.choice(AMOUNTS)
        return Decimal(self.random.randint(50_000, 9_000_000)) / 100

    def steps(self, states):
        """State changes with other changes in between, in order."""
        other = ['amount', 'owner', 'end', 'nothing', 'probability']
        result = []
        for state in states:
            for _ in range(self.random.randint(0, 2)):
                result.append((self.random.choice(other), None))
            result.append(('state', state))
        result.append((self.random.choice(other), None))
        return result

    def changed(self, values, kind, state, on):
        values = dict(values)
        if kind == 'state':
            values['state'] = state
            if state in CLOSED:
                values['end_date'] = on
            if state in NEEDS_PARTY:
                if values['party'] is None:
                    values['party'] = self.random.randrange(self.parties)
                if values['employee'] is None:
                    values['employee'] = self.random.randrange(len(REPS))
        elif kind == 'amount':
            values['amount'] = self.amount()
        elif kind == 'owner':
            values['employee'] = self.random.randrange(len(REPS))
        elif kind == 'end':
            values['end_date'] = self.random.choice([None,
                    on + datetime.timedelta(days=self.random.randint(1, 120))])
        elif kind == 'probability':
            values['conversion_probability'] = self.random.choice(
                PROBABILITIES)
        else:  # a write that changes nothing a pipeline shows
            values['comment'] = 'Called on %s' % on
        return values

    def revision(self, at, values):
        return {'at': at, 'by': self.random.randrange(len(REPS)),
            'values': values}

    def next_moment(self, at, kind):
        if kind == 'nothing':  # two revisions within one second, or nearly so
            return self.moment(at, minutes=0)
        return self.moment(at + datetime.timedelta(
                days=self.random.randint(1, 9)), minutes=300)

    def moment(self, earliest, minutes):
        """A time not before `earliest` that no other revision has.

        Tryton loses a fraction of zero (see `backdate`), so there is none.
        """
        at = earliest + datetime.timedelta(
            minutes=self.random.randint(0, minutes))
        while True:
            at += datetime.timedelta(
                microseconds=self.random.randint(1, 400_000))
            if at.microsecond and at not in self.used:
                self.used.add(at)
                return at
