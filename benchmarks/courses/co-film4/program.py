def film_end(start, minutes):
    time = start.split(':')
    hour = int(time[0])
    minute = int(time[1])
    day = 0
    duration = minutes
    if duration > 120:
        duration = duration + 15
    minute = minute + duration
    hour = hour + minute // 60
    minute = minute % 60
    if hour >= 24:
        hour = hour - 24
        day = 1
    result = ''
    if hour < 10:
        result = result + '0'
    result = result + str(hour) + ':'
    if hour < 10:
        result = result + '0'
    result = result + str(minute)
    if day == 1:
        result = result + ' (+1)'
    return result
