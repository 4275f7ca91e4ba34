"""The pages, one file for each kind of thing: what its address gives, as a page and as data.

In:   requests.
Out:  answers.
Not:  how they look: show/web/templates.
"""
