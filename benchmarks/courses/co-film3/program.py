def film_end(start,minutes):
    std=int(start[0:2])
    mi=int(start[3:4])
    if minutes>120:
        minutes+=15
    std=std+(mi+minutes)//60
    mi=(mi+minutes)%60
    text=""
    if std>=24:
        std=std%24
        text=" (+1)"
    print("DEBUG",std,mi)
    return str(std).zfill(2)+":"+str(mi).zfill(2)+text
