def merge_lists(first,second):
    seen=[]
    out=[]
    for l in [first,second]:
        for item in l:
            if item.lower() in seen:
                pass
            else:
                seen.append(item)
                out.append(item)
    return out
